package io.greenstack.suite;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.greenstack.localstack.server.EmbeddedPostgres;
import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.server.Ports;

/**
 * A PostgreSQL and one beside it that follows it: a commit is answered when both have it. So what was acknowledged is there when the
 * first one dies and the other takes over.
 */
final class PostgresPair implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres primary;
    private final int port = Ports.free();
    private final Path folder;
    private Process standby;

    /**
     * Makes the second one.
     *
     * @param primary runs
     * @param folder for the data of the second one; made anew
     */
    PostgresPair(EmbeddedPostgres primary, Path folder) throws IOException, SQLException {
        this.primary = primary;
        this.folder = folder;
        remove();
        try (Connection connection = primary.dataSource(SUPERUSER).getConnection();
                Statement statement = connection.createStatement()) {
            copy(statement);
            start();
            await().atMost(LIMIT).until(() -> "1".equals(text(statement,
                    "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'")));
            // as shipped; the embedded server is started without it
            statement.execute("ALTER ROLE ALL SET synchronous_commit = on");
            statement.execute("ALTER SYSTEM SET synchronous_standby_names = '*'");
            statement.execute("SELECT pg_reload_conf()");
            await().atMost(LIMIT).until(() -> "sync".equals(text(statement,
                    "SELECT min(sync_state) FROM pg_stat_replication")));
        }
    }

    private void copy(Statement statement) throws IOException, SQLException {
        Path source = Path.of(text(statement, "SHOW data_directory"));
        statement.execute("SELECT pg_backup_start('pair', true)");
        try (Stream<Path> files = Files.walk(source)) {
            files.forEach(file -> copy(file, folder.resolve(source.relativize(file).toString())));
        }
        String label = text(statement, "SELECT labelfile FROM pg_backup_stop(false)");
        Files.writeString(folder.resolve("backup_label"), label);
        Files.deleteIfExists(folder.resolve("postmaster.pid"));
        Files.writeString(folder.resolve("standby.signal"), "");
        Files.writeString(folder.resolve("postgresql.auto.conf"), "primary_conninfo = 'host=" + EmbeddedServer.HOST
                + " port=" + primary.port() + " user=" + SUPERUSER + "'\n", StandardOpenOption.APPEND);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /** What the server removes meanwhile is in its log, which the other one reads. */
    private static void copy(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to);
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() throws IOException {
        String program = process().info().command().orElseThrow();
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // the server refuses to run as root; in a user namespace it is somebody else
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program, "-D", folder.toString(), "-p", Integer.toString(port), "-c",
                "listen_addresses=" + EmbeddedServer.HOST, "-c", "unix_socket_directories=", "-c",
                "max_connections=100", "-c", "shared_buffers=64MB", "-c", "fsync=off"));
        standby = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("standby.log").toFile()).start();
    }

    private ProcessHandle process() {
        return ProcessHandle.of(primary.processId().orElseThrow()).orElseThrow();
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** JDBC address of whichever takes writes. */
    String jdbcUrl() {
        return "jdbc:postgresql://" + EmbeddedServer.HOST + ":" + primary.port() + "," + EmbeddedServer.HOST + ":"
                + port
                + "/" + EmbeddedPostgres.DATABASE + "?targetServerType=primary";
    }

    /** The first one dies with SIGKILL; the second one takes writes when this returns. */
    void failOver() throws SQLException {
        process().destroyForcibly();
        try (Connection connection = standby(SUPERUSER); Statement statement = connection.createStatement()) {
            text(statement, "SELECT pg_promote(true, 60)");
            statement.execute("ALTER SYSTEM RESET synchronous_standby_names");
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    /** A connection to the second one. */
    Connection standby(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + EmbeddedServer.HOST + ":" + port + "/" + database,
                SUPERUSER, "");
    }

    private void remove() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted((one, other) -> other.compareTo(one)).forEach(file -> file.toFile().delete());
            }
        }
    }

    @Override
    public void close() {
        standby.destroyForcibly();
    }
}
