package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.greenstack.localstack.server.LocalServers;
import io.greenstack.localstack.server.Ports;
import io.greenstack.localstack.suite.Jvm;
import io.greenstack.localstack.suite.ServiceEnvironment;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.suite.ServiceSpec;

/** Two API processes with one Redis: whoever asks both may ask no more than of one, and each goes on without Redis. */
class OneBudgetIT {

    private static final String ADMIN_KEY = "one-budget-admin-key-0123456789";
    private static final int BURST = 60;
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final LocalServers SERVERS = LocalServers.forTests();
    private static final List<ServiceProcess> REPLICAS = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        Path root = Path.of(System.getProperty("greenstack.root", "../..")).toAbsolutePath().normalize();
        Path folder = Files.createDirectories(Path.of("target/one-budget").toAbsolutePath());
        SERVERS.start();
        for (String name : List.of("api-one", "api-two")) {
            int port = Ports.free();
            Map<String, String> environment = new HashMap<>(
                    new ServiceEnvironment(SERVERS, port).api(Ports.free(), Ports.free()));
            environment.putAll(Map.of("GREENSTACK_SECURITY", "keys", "GREENSTACK_ADMIN_KEY", ADMIN_KEY,
                    "GREENSTACK_RATE_LIMIT", "0.001", "GREENSTACK_RATE_BURST", Integer.toString(BURST),
                    "GREENSTACK_LIMITS_UNKNOWN_KEYS_PER_SECOND", "0.001", "GREENSTACK_LIMITS_UNKNOWN_KEYS_BURST", "30",
                    "GREENSTACK_LIMITS_PATIENCE", "5s"));
            Files.deleteIfExists(folder.resolve(name + ".log"));
            ServiceProcess replica = new ServiceProcess(new ServiceSpec(name,
                    ServiceSpec.packageOf(root.resolve("api-service")), folder, folder.resolve(name + ".log"), port,
                    environment, Jvm.quickStart(256)));
            replica.start();
            replica.awaitReady(Duration.ofSeconds(180));
            REPLICAS.add(replica);
        }
    }

    @AfterAll
    static void stop() {
        REPLICAS.forEach(replica -> replica.stop(Duration.ofSeconds(20)));
        SERVERS.close();
    }

    private static HttpResponse<String> ask(int replica, String method, String path, String key, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(REPLICAS.get(replica % REPLICAS.size()).url() + path))
                .timeout(Duration.ofSeconds(60)).header("X-API-Key", key).header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String newKey(String name) throws IOException, InterruptedException {
        HttpResponse<String> made = ask(0, "POST", "/api/keys", ADMIN_KEY,
                "{\"name\":\"" + name + "\",\"scope\":\"viewer\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.body().replaceAll("(?s).*\"key\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void the_rate_limit_holds_over_both() throws Exception {
        String key = newKey("both");

        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 2 * BURST; i++) {
            statuses.add(ask(i, "GET", "/api/breakers", key, "").statusCode());
        }

        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(BURST);
        assertThat(statuses.subList(BURST, 2 * BURST)).containsOnly(429);
        for (int replica : new int[]{0, 1}) {
            HttpResponse<String> refused = ask(replica, "GET", "/api/breakers", key, "");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.headers().firstValue("RateLimit")).hasValueSatisfying(
                    left -> assertThat(left).startsWith("\"reads\";r=0;"));
        }
    }

    @Test
    void keys_are_guessed_at_both_no_faster_than_at_one() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i : IntStream.range(0, 60).toArray()) {
            statuses.add(ask(i, "GET", "/api/breakers", "guess-" + i, "").statusCode());
        }

        assertThat(statuses.stream().filter(status -> status == 401).count()).isLessThanOrEqualTo(30);
        assertThat(statuses.subList(30, 60)).containsOnly(429);
        assertThat(ask(1, "GET", "/api/breakers", ADMIN_KEY, "").statusCode()).isEqualTo(200);
    }

    @Test
    void without_redis_each_counts_alone_and_nobody_is_shut_out() throws Exception {
        String key = newKey("alone");
        ask(0, "GET", "/api/breakers", key, "");
        ask(1, "GET", "/api/breakers", key, "");
        SERVERS.redis().stop();
        try {
            for (int replica : new int[]{0, 1}) {
                List<Integer> statuses = new ArrayList<>();
                for (int i = 0; i < 2 * BURST; i++) {
                    statuses.add(ask(replica, "GET", "/api/breakers", key, "").statusCode());
                }
                assertThat(statuses).doesNotContain(500, 503, 504).contains(200, 429);
                assertThat(statuses.stream().filter(status -> status == 200).count()).isLessThanOrEqualTo(BURST);
            }
        } finally {
            SERVERS.redis().start();
        }
        String fresh = newKey("again");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                ask(0, "GET", "/api/health", fresh, "").body()).contains("\"status\""));
    }
}
