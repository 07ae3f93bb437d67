package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.greenstack.localstack.server.EmbeddedPostgres;
import io.greenstack.localstack.server.LocalServers;
import io.greenstack.localstack.server.Ports;
import io.greenstack.localstack.suite.ApiClient;
import io.greenstack.localstack.suite.ApiClient.Answer;
import io.greenstack.localstack.suite.Jvm;
import io.greenstack.localstack.suite.ServiceEnvironment;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.suite.ServiceSpec;

/**
 * PostgreSQL dies while people write, and the one that followed it takes over: the API goes on by itself, says 503 meanwhile, and has
 * every write that it acknowledged.
 */
class DatabaseFailoverIT {

    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final int WRITERS = 4;
    private static final LocalServers SERVERS = LocalServers.forTests();

    private static PostgresPair pair;
    private static ServiceProcess api;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<Integer, AtomicInteger> refused = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean end = new AtomicBoolean();

    @BeforeAll
    static void start() throws Exception {
        Path root = Path.of(System.getProperty("greenstack.root", "../..")).toAbsolutePath().normalize();
        Path folder = Files.createDirectories(Path.of("target/database-failover").toAbsolutePath());
        SERVERS.start();
        pair = new PostgresPair(SERVERS.postgres(), folder.resolve("standby"));
        int port = Ports.free();
        Map<String, String> environment = new HashMap<>(
                new ServiceEnvironment(SERVERS, port).api(Ports.free(), Ports.free()));
        environment.put("DATABASE_URL", pair.jdbcUrl());
        Files.deleteIfExists(folder.resolve("api.log"));
        api = new ServiceProcess(new ServiceSpec("api", ServiceSpec.packageOf(root.resolve("api-service")), folder,
                folder.resolve("api.log"), port, environment, Jvm.quickStart(384)));
        api.start();
        api.awaitReady(Duration.ofSeconds(180));
    }

    @AfterAll
    static void stop() {
        if (api != null) {
            api.stop(Duration.ofSeconds(20));
        }
        if (pair != null) {
            pair.close();
        }
        SERVERS.close();
    }

    private void write() {
        ApiClient client = new ApiClient(api.url());
        while (!end.get()) {
            String id = "failover-" + next.getAndIncrement();
            try {
                Answer answer = client.post("/api/devices/register", "{\"device_id\":\"" + id + "\"}");
                if (answer.isOk()) {
                    acknowledged.add(id);
                } else {
                    refused.computeIfAbsent(answer.status(), status -> new AtomicInteger()).incrementAndGet();
                }
            } catch (IOException e) {
                refused.computeIfAbsent(0, status -> new AtomicInteger()).incrementAndGet();
            }
        }
    }

    @Test
    void noAcknowledgedWriteIsLostWhenTheDatabaseFailsOver() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            for (int i = 0; i < WRITERS; i++) {
                writers.submit(this::write);
            }
            await().atMost(LIMIT).until(() -> acknowledged.size() >= 50);
            long died = System.nanoTime();
            pair.failOver();
            long promoted = System.nanoTime();
            int before = acknowledged.size();
            await().atMost(LIMIT).pollInterval(Duration.ofMillis(20)).until(() -> acknowledged.size() > before);
            long back = System.nanoTime();
            await().atMost(LIMIT).until(() -> acknowledged.size() >= before + 50);
            end.set(true);
            writers.shutdown();
            assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            assertThat(stored()).containsAll(acknowledged);
            assertThat(refused.keySet()).isSubsetOf(503);
            assertThat(api.isReady()).isTrue();
            System.out.printf(
                    "%d writes acknowledged and there, %s refused; promoted after %d ms, the next write %d ms later%n",
                    acknowledged.size(), refused, (promoted - died) / 1_000_000, (back - promoted) / 1_000_000);
        } finally {
            end.set(true);
            writers.shutdownNow();
        }
    }

    private static Set<String> stored() throws SQLException {
        Set<String> ids = new HashSet<>();
        try (Connection connection = pair.standby(EmbeddedPostgres.DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM device")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }
}
