package io.greenstack.api.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

import io.agroal.api.AgroalPoolInterceptor;

/**
 * Knows which connections a request has, and cancels their statements when its time is over: a thread that waits for PostgreSQL
 * cannot be interrupted. A request that may take longer than the statements of others gets that time for its statements too.
 */
@ApplicationScoped
class StatementCanceller implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(StatementCanceller.class);
    private static final int THREADS = 4;
    private static final int WAITING = 256;

    /** The socket of a connection waits so much longer than a statement may take, in milliseconds. */
    private static final int SOCKET_LATER = 10_000;

    private final Map<PGConnection, Use> uses = new ConcurrentHashMap<>();
    /** Threads of its own, because the workers may all be waiting for what is to be cancelled. */
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING), task -> {
                Thread thread = new Thread(task, "statement-canceller");
                thread.setDaemon(true);
                return thread;
            });

    /**
     * A connection while a request has it.
     *
     * @param socketTimeout that it had before, in milliseconds; null if it was left as it is
     */
    private record Use(RequestDeadline deadline, Integer socketTimeout) {}

    StatementCanceller() {
        threads.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** The pool gives its interceptors a wrapper that is closed when they return; what lasts is the connection of the driver. */
    @Override
    public void onConnectionAcquire(Connection connection) {
        RequestDeadline deadline = RequestDeadline.current();
        PGConnection driver = deadline == null ? null : driver(connection);
        if (driver != null) {
            uses.put(driver, new Use(deadline, deadline.stretched() ? stretch(connection, deadline) : null));
            deadline.using(driver);
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        PGConnection driver = uses.isEmpty() ? null : driver(connection);
        Use use = driver == null ? null : uses.remove(driver);
        if (use != null) {
            use.deadline().returned(driver);
            if (use.socketTimeout() != null) {
                relax(connection, use.socketTimeout());
            }
        }
    }

    /** A connection that breaks is never returned. */
    @Override
    public void onConnectionDestroy(Connection connection) {
        onConnectionReturn(connection);
    }

    private static PGConnection driver(Connection connection) {
        try {
            return connection.unwrap(PGConnection.class);
        } catch (SQLException e) {
            LOG.debugf("A connection is broken: %s", e.getMessage());
            return null;
        }
    }

    private Integer stretch(Connection connection, RequestDeadline deadline) {
        try {
            int before = connection.getNetworkTimeout();
            int millis = (int) Math.min(Integer.MAX_VALUE - SOCKET_LATER, deadline.limit().toMillis());
            connection.setNetworkTimeout(Runnable::run, millis + SOCKET_LATER);
            execute(connection, "set statement_timeout = " + millis);
            return before;
        } catch (SQLException e) {
            LOG.debugf("A connection keeps its time-outs: %s", e.getMessage());
            return null;
        }
    }

    private void relax(Connection connection, int socketTimeout) {
        try {
            execute(connection, "reset statement_timeout");
            connection.setNetworkTimeout(Runnable::run, socketTimeout);
        } catch (SQLException e) {
            LOG.debugf("A connection is broken: %s", e.getMessage());
        }
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    /** Cancels what the request waits for, in the background. */
    void cancelAll(RequestDeadline deadline) {
        try {
            threads.execute(() -> deadline.eachConnection(StatementCanceller::cancel));
        } catch (RejectedExecutionException e) {
            LOG.debug("Too many statements are to be cancelled; the database ends this one by its own time-out");
        }
    }

    private static void cancel(PGConnection connection) {
        try {
            connection.cancelQuery();
        } catch (SQLException e) {
            LOG.debugf("A statement could not be cancelled: %s", e.getMessage());
        }
    }
}
