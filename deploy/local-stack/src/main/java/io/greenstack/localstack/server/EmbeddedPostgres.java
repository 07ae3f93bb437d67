package io.greenstack.localstack.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalLong;

import javax.sql.DataSource;

/**
 * PostgreSQL 18 as a child process, with the database and the role "greenstack". The first start unpacks the binaries
 * and creates the cluster (about 5 s), later ones take a fraction of a second.
 */
public final class EmbeddedPostgres implements EmbeddedServer {

    /** Name of the database, of its owner, and the password; the server trusts every connection on loopback. */
    public static final String DATABASE = "greenstack";

    private static final String SUPERUSER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String PROGRAM = "postgres";

    private final ServerSettings settings;
    private io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;

    public EmbeddedPostgres(ServerSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        Path cluster = Folders.create(settings.folder()).resolve("cluster");
        Orphans.stop(lockFile(), PROGRAM);
        try {
            server = startTwice(cluster);
            createDatabase();
        } catch (IOException | SQLException | IllegalStateException e) {
            stop();
            throw new ServerException("PostgreSQL did not start in " + cluster + " on port " + settings.port() + ": "
                    + rootMessage(e), e);
        }
    }

    /**
     * A second attempt helps when the freshly unpacked programs were still held open for writing by a process that
     * another thread forked at that moment.
     */
    private io.zonky.test.db.postgres.embedded.EmbeddedPostgres startTwice(Path cluster) throws IOException {
        try {
            return builder(cluster).start();
        } catch (IOException | IllegalStateException e) {
            Orphans.stop(lockFile(), PROGRAM);
            return builder(cluster).start();
        }
    }

    private io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder builder(Path cluster) {
        var builder = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setPort(settings.port())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setServerConfig("listen_addresses", HOST)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "64MB")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C");
        if (settings.temporary()) {
            builder.setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off");
        } else {
            builder.setServerConfig("synchronous_commit", "on");
        }
        return builder;
    }

    private Path lockFile() {
        return settings.folder().resolve("cluster").resolve("postmaster.pid");
    }

    private void createDatabase() throws SQLException {
        DataSource admin = server.getPostgresDatabase();
        try (Connection connection = admin.getConnection(); Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + DATABASE + "'")) {
                statement.execute("CREATE ROLE " + DATABASE + " LOGIN PASSWORD '" + DATABASE + "'");
            }
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + DATABASE);
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    @Override
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            Orphans.stop(lockFile(), PROGRAM);
        } finally {
            server = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null && Ports.accepts(settings.port());
    }

    @Override
    public int port() {
        return settings.port();
    }

    /** JDBC address of the database "greenstack". */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + HOST + ":" + settings.port() + "/" + DATABASE;
    }

    /** User of {@link #jdbcUrl()} and the password, which are the same. */
    public String user() {
        return DATABASE;
    }

    /** Connections as the superuser, to the given database. */
    public synchronized DataSource dataSource(String database) {
        return server.getDatabase(SUPERUSER, database);
    }

    @Override
    public synchronized OptionalLong processId() {
        return server == null ? OptionalLong.empty() : Orphans.processId(lockFile());
    }

    @Override
    public void close() {
        stop();
        if (settings.temporary()) {
            Folders.delete(settings.folder());
        }
    }
}
