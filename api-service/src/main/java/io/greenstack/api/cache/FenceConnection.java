package io.greenstack.api.cache;

import java.security.Principal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.SimplePassword;

/**
 * A connection to PostgreSQL, beside the pool, on which one hears of writes that Redis was not told of. While it holds the
 * lock together with others, whoever asks for it alone knows that the cache is in use.
 */
final class FenceConnection implements AutoCloseable {

    /** Channel of notifications; the payload is tags, separated by commas. */
    static final String CHANNEL = "greenstack_cache";
    /** Advisory lock of this database: held together by all who use the cache. */
    static final long LOCK = 0x677363616368656cL;
    /** Longest payload that PostgreSQL takes is 8000 octets. */
    static final int LONGEST_PAYLOAD = 7000;
    private static final int ANSWER_MILLIS = 1500;

    private final Connection connection;
    private final PGConnection notified;

    FenceConnection(AgroalConnectionFactoryConfiguration configuration) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(configuration.jdbcProperties());
        Principal user = configuration.principal();
        if (user != null) {
            properties.setProperty("user", user.getName());
        }
        for (Object credential : configuration.credentials()) {
            if (credential instanceof SimplePassword password) {
                properties.setProperty("password", password.getWord());
            }
        }
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "2");
        properties.setProperty("ApplicationName", "greenstack-api-cache");
        connection = new Driver().connect(configuration.jdbcUrl(), properties);
        notified = connection.unwrap(PGConnection.class);
        connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
        run("listen " + CHANNEL);
    }

    /** Payload of a notification about some tags; everything, where they are too many. */
    static String payload(Iterable<String> tags) {
        String payload = String.join(",", tags);
        return payload.length() <= LONGEST_PAYLOAD ? payload : CacheKeys.ALL;
    }

    /** Tells all processes; those that listen hear of it with the end of the statement. */
    void tell(String payload) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, CHANNEL);
            statement.setString(2, payload);
            statement.execute();
        }
    }

    /** Asks for an answer, and returns what came until then. */
    List<String> ping() throws SQLException {
        run("select 1");
        return payloads(notified.getNotifications());
    }

    /** Waits until something comes, for some milliseconds at most. */
    List<String> await(int millis) throws SQLException {
        return payloads(notified.getNotifications(millis));
    }

    private static List<String> payloads(PGNotification[] notifications) {
        List<String> payloads = new ArrayList<>();
        if (notifications != null) {
            for (PGNotification notification : notifications) {
                payloads.add(notification.getParameter());
            }
        }
        return payloads;
    }

    void lock() throws SQLException {
        run("select pg_advisory_lock_shared(" + LOCK + ")");
    }

    void unlock() throws SQLException {
        run("select pg_advisory_unlock_shared(" + LOCK + ")");
    }

    private void run(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    /** Ends what is being waited for, from another thread. */
    void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is gone then.
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is gone then, and with it the lock.
        }
    }
}
