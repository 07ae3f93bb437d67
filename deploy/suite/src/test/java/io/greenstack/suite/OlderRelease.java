package io.greenstack.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import io.greenstack.localstack.server.LocalServers;
import redis.clients.jedis.Jedis;

/**
 * What the release of 30 November 2026 left behind, made with that release: all rows of its PostgreSQL, as {@code COPY} writes them,
 * and the keys of its Redis that do not expire. It had the sample descriptions, three devices, a twin, an alarm rule, a command, an
 * event, a key and dead letters.
 */
final class OlderRelease {

    static final String DATABASE = "upgraded";
    private static final int SCHEMA = 38;
    private static final int REDIS_DATABASE = 7;
    private static final String FOLDER = "/release-2026-11-30/";
    private static final String END = "\n\\.\n";

    private OlderRelease() {}

    /** Puts all of it into a database, and a number of Redis, of their own. */
    static void restore(LocalServers servers, Path root) throws IOException, SQLException {
        try (Connection connection = servers.postgres().dataSource("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + servers.postgres().user());
        }
        String user = servers.postgres().user();
        try (Connection connection = DriverManager.getConnection(databaseUrl(servers), user, user);
                Statement statement = connection.createStatement()) {
            for (Path migration : migrations(root)) {
                statement.execute(Files.readString(migration));
            }
            statement.execute(
                    """
                            CREATE TABLE flyway_schema_history (installed_rank integer PRIMARY KEY, version varchar(50),
                                description varchar(200) NOT NULL, type varchar(20) NOT NULL, script varchar(1000) NOT NULL,
                                checksum integer, installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT now(),
                                execution_time integer NOT NULL, success boolean NOT NULL)""");
        }
        // of a superuser, who may leave the order of foreign keys aside
        try (Connection connection = servers.postgres().dataSource(DATABASE).getConnection()) {
            fill(connection);
        }
        try (Jedis redis = new Jedis(URI.create(redisUrl(servers)))) {
            for (String line : text("redis.txt.gz").lines().toList()) {
                String[] parts = line.split("\t");
                redis.restoreReplace(parts[0], 0, Base64.getDecoder().decode(parts[1]));
            }
        }
    }

    private static List<Path> migrations(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("api-service/src/main/resources/db/migration"))) {
            return files.filter(file -> Integer.parseInt(file.getFileName().toString().substring(1, 4)) <= SCHEMA)
                    .sorted().toList();
        }
    }

    private static void fill(Connection connection) throws IOException, SQLException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        String rest = text("database.txt.gz");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            while (!rest.isEmpty()) {
                int line = rest.indexOf('\n');
                String command = rest.substring(0, line);
                rest = rest.substring(line + 1);
                if (command.startsWith("COPY ")) {
                    int end = rest.indexOf(END);
                    String table = command.substring("COPY ".length(), command.indexOf(" ("));
                    statement.execute("DELETE FROM " + table);
                    copy.copyIn(command, new StringReader(rest.substring(0, end + 1)));
                    rest = rest.substring(end + END.length());
                } else {
                    statement.execute(command);
                }
            }
        }
    }

    static String databaseUrl(LocalServers servers) {
        return servers.postgres().jdbcUrl().replaceFirst("/[^/?]+(?=$|\\?)", "/" + DATABASE);
    }

    static String redisUrl(LocalServers servers) {
        return servers.redis().url().replaceFirst("/\\d+$", "/" + REDIS_DATABASE);
    }

    private static String text(String name) throws IOException {
        try (InputStream in = OlderRelease.class.getResourceAsStream(FOLDER + name);
                GZIPInputStream octets = new GZIPInputStream(in)) {
            return new String(octets.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
