package io.greenstack.localstack.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServersTest {

    private static final long FIRST_NANOS = 1_763_800_000_000_000_000L;

    private static LocalServers servers;
    private static final List<String> STARTED = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        servers = LocalServers.forTests();
        servers.start(server -> STARTED.add(server.name()));
    }

    @AfterAll
    static void stop() {
        servers.close();
        assertThat(servers.all()).noneMatch(EmbeddedServer::isRunning)
                .noneMatch(server -> Ports.accepts(server.port()));
    }

    @Test
    void tells_each_server_that_is_up() {
        assertThat(STARTED).containsExactlyInAnyOrder("PostgreSQL", "Redis", "MQTT broker", "QuestDB");
        assertThat(servers.all()).allMatch(EmbeddedServer::isRunning);
    }

    @Test
    void postgres_has_its_database_and_keeps_it_over_a_restart() throws Exception {
        EmbeddedPostgres postgres = servers.postgres();
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.user());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
            statement.execute("CREATE TABLE kept (name text)");
            statement.execute("INSERT INTO kept VALUES ('Öl')");
        }
        postgres.stop();
        assertThat(Ports.accepts(postgres.port())).isFalse();
        postgres.start();
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.user());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, lower(name) FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("Öl");
            assertThat(rows.getString(2)).isEqualTo("öl");
        }
    }

    @Test
    void questdb_stores_a_repeated_point_once_and_keeps_it_over_a_restart() throws Exception {
        EmbeddedQuestDb questDb = servers.questDb();
        assertThat(write(0, 500)).isEqualTo(204);
        assertThat(write(250, 500)).isEqualTo(204);
        String count = "SELECT count() FROM device_telemetry";
        await().atMost(Duration.ofSeconds(20)).until(() -> questDb.sql().number(count) == 750);
        questDb.stop();
        assertThat(Ports.accepts(questDb.port())).isFalse();
        questDb.start();
        assertThat(write(500, 500)).isEqualTo(204);
        await().atMost(Duration.ofSeconds(20)).until(() -> questDb.sql().number(count) == 1_000);
    }

    private static int write(int first, int count) throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder();
        for (int i = first; i < first + count; i++) {
            lines.append("device_telemetry,device_id=a,parameter=n value=").append(i).append(' ')
                    .append(FIRST_NANOS + i * 1_000_000L).append('\n');
        }
        URI uri = URI.create(servers.questDb().url() + "/api/v2/write?bucket=b&org=o&precision=ns");
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(lines.toString())).build(),
                HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void redis_with_lasting_settings_keeps_its_keys(@TempDir Path folder) throws Exception {
        try (EmbeddedRedis redis = new EmbeddedRedis(ServerSettings.lasting(folder.resolve("redis"), Ports.free()))) {
            redis.start();
            assertThat(redis.command("SET kept 7")).isEqualTo("+OK");
            redis.stop();
            assertThat(redis.isRunning()).isFalse();
            redis.start();
            redis.command("GET kept");
            assertThat(redis.command("EXISTS kept")).isEqualTo(":1");
            redis.flush();
            assertThat(redis.command("EXISTS kept")).isEqualTo(":0");
        }
        assertThat(Files.exists(folder.resolve("redis"))).isTrue();
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(EmbeddedServer.HOST))) {
            int port = taken.getLocalPort();
            assertThat(Ports.isFree(port)).isFalse();
            try (EmbeddedBroker broker = new EmbeddedBroker(ServerSettings.forTests("broker", port));
                    EmbeddedQuestDb questDb = new EmbeddedQuestDb(ServerSettings.forTests("questdb", port))) {
                assertThatThrownBy(broker::start).isInstanceOf(ServerException.class)
                        .hasMessageContaining(Integer.toString(port));
                assertThatThrownBy(questDb::start).isInstanceOf(ServerException.class)
                        .hasMessageContaining(Integer.toString(port));
            }
        }
    }
}
