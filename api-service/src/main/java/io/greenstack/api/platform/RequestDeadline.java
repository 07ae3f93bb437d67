package io.greenstack.api.platform;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import org.postgresql.PGConnection;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/**
 * The time-out of one request. When it expires before the response has begun, the client gets 504, the worker thread is
 * interrupted, and the statements that it waits for are cancelled, so that the work behind the request ends too. One instance
 * per request.
 */
public final class RequestDeadline {

    private static final String KEY = RequestDeadline.class.getName();
    /** The last request that a worker thread worked for. */
    private static final ThreadLocal<RequestDeadline> LAST = new ThreadLocal<>();

    private final RoutingContext context;
    private final Duration limit;
    private final boolean stretched;
    private final Expiry expiry;
    private final long timer;
    private final Set<PGConnection> connections = new HashSet<>();
    private Thread worker;
    private boolean over;

    /** What is done about a request whose time is over. */
    interface Expiry {

        /** Writes the whole response; {@code statements} is the number of connections to the database that the work has. */
        void answer(RequestDeadline deadline, int statements);

        /** Ends the work; called without any lock. */
        void end(RequestDeadline deadline);
    }

    private RequestDeadline(RoutingContext context, RouteTimeouts.Limit limit, Expiry expiry) {
        this.context = context;
        this.limit = limit.time();
        this.stretched = limit.stretched();
        this.expiry = expiry;
        Vertx vertx = context.vertx();
        this.timer = vertx.setTimer(this.limit.toMillis(), id -> expire());
        context.addEndHandler(done -> cancel());
    }

    /** Ends long work whose client has already been told that it took too long; call it between steps. */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw tooLate();
        }
    }

    private static ApiException tooLate() {
        return new ApiException(504, "request-timeout", "The request took too long.");
    }

    /** Starts the clock for a request. */
    static void start(RoutingContext context, RouteTimeouts.Limit limit, Expiry expiry) {
        context.put(KEY, new RequestDeadline(context, limit, expiry));
    }

    /** The deadline of a request, or null when it has none. */
    static RequestDeadline of(RoutingContext context) {
        return context == null ? null : context.get(KEY);
    }

    /** The deadline of the request that the calling thread works for, or null when it works for none. */
    static RequestDeadline current() {
        RequestDeadline last = LAST.get();
        return last == null || !last.isOf(Thread.currentThread()) ? null : last;
    }

    private synchronized boolean isOf(Thread thread) {
        return worker == thread;
    }

    /** How long the request may take. */
    Duration limit() {
        return limit;
    }

    /** Whether its statements may take as long, which is longer than those of others. */
    boolean stretched() {
        return stretched;
    }

    /** Takes the deadline away: for streams that are meant to last. */
    void cancel() {
        synchronized (this) {
            worker = over ? worker : null;
            over = true;
        }
        context.vertx().cancelTimer(timer);
    }

    /** The calling worker thread now works for the request. */
    synchronized void enter() {
        if (over) {
            throw tooLate();
        }
        worker = Thread.currentThread();
        LAST.set(this);
    }

    /** The calling worker thread is done; an interrupt must not reach what it does next. */
    synchronized void leave() {
        worker = null;
        LAST.remove();
        if (over) {
            Thread.interrupted();
        }
    }

    /** The work of the request has this connection to the database. */
    void using(PGConnection connection) {
        synchronized (connections) {
            connections.add(connection);
        }
    }

    /** It has given it back; waits while a statement of it is being cancelled, lest that hits the next request. */
    void returned(PGConnection connection) {
        synchronized (connections) {
            connections.remove(connection);
        }
    }

    /** Does something with each connection that the request has, while none can be given back. */
    void eachConnection(Consumer<PGConnection> action) {
        synchronized (connections) {
            connections.forEach(action);
        }
    }

    /**
     * The response is asked and written without the lock: whoever ends it meanwhile holds the lock of its connection, and waits
     * for this one in {@link #cancel}.
     */
    private void expire() {
        if (context.response().headWritten()) {
            return;
        }
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        int statements;
        synchronized (connections) {
            statements = connections.size();
        }
        expiry.answer(this, statements);
        synchronized (this) {
            if (worker != null) {
                worker.interrupt();
            }
        }
        expiry.end(this);
    }
}
