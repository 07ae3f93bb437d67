package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.server.LocalServers;
import io.greenstack.localstack.suite.ApiClient;
import io.greenstack.localstack.suite.ApiClient.Answer;
import io.greenstack.localstack.suite.PackagedStack;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.testing.MqttTestClient;

/**
 * The suite on a Redis cluster: the keys of a device lie in one slot and those of many devices on all servers; live view, twins,
 * commands, alarms and presence work; and when a server dies, its replica takes over and no message is lost.
 */
class RedisClusterIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String DEVICE = "cluster-oven";

    private static RedisCluster cluster;
    private static PackagedStack stack;
    private static ApiClient api;

    @BeforeAll
    static void open() throws Exception {
        Path folder = Path.of("target/redis-cluster").toAbsolutePath();
        LocalServers servers = LocalServers.forTests();
        // before the cluster, whose servers open many connections, takes a port of theirs
        servers.start();
        cluster = new RedisCluster(folder);
        stack = new PackagedStack(servers,
                Path.of(System.getProperty("greenstack.root", "../..")).toAbsolutePath().normalize(), folder,
                Map.of("REDIS_TYPE", "cluster", "REDIS_URL", cluster.urls(), "GREENSTACK_BREAKER_REDIS_OPEN_FOR",
                        "2s"));
        stack.start();
        api = new ApiClient(stack.api().url());
    }

    @AfterAll
    static void close() {
        stack.close();
        cluster.close();
    }

    private static MqttTestClient device(String id) {
        return MqttTestClient.connect(EmbeddedServer.HOST, stack.servers().broker().port(), id);
    }

    @Test
    void everyPathOfADeviceWorks() throws Exception {
        try (MqttTestClient device = device(DEVICE)) {
            device.subscribe("devices/" + DEVICE + "/#");
            device.publish("devices/" + DEVICE + "/register", "{\"name\":\"Oven\"}");
            await().atMost(LIMIT).until(() -> api.get("/api/devices/" + DEVICE).isOk());
            device.publish("devices/" + DEVICE + "/status", "{\"state\":\"connected\"}");
            assertThat(api.post("/api/alarm-rules", "{\"name\":\"Too hot\",\"kind\":\"range\",\"priority\":\"urgent\","
                    + "\"scope\":{\"type\":\"device\",\"device_id\":\"" + DEVICE + "\"},"
                    + "\"condition\":{\"parameter\":\"temperature\",\"high\":80}}").status()).isEqualTo(201);

            Instant start = Instant.now().minusSeconds(600);
            int[] second = new int[1];
            await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).until(() -> {
                send(device, start.plusSeconds(++second[0]), 90);
                return api.get("/api/alarms?kind=range&device=" + DEVICE).body().size() == 1;
            });
            assertStreamedOnce(device, start.plusSeconds(second[0] + 1));

            await().atMost(LIMIT).untilAsserted(() -> {
                JsonNode now = api.get("/api/devices/" + DEVICE + "/telemetry/latest").body();
                assertThat(now.at("/values/temperature/value").asDouble()).as("%s", now).isEqualTo(91.25);
                JsonNode stored = api.get("/api/devices/" + DEVICE).body();
                assertThat(stored.toString()).contains("\"connected\"").contains("last_seen");
            });
            Answer command = api.post("/api/devices/" + DEVICE + "/commands", "{\"command\":\"blink\"}");
            assertThat(command.isOk()).as("%s", command).isTrue();
            await().atMost(LIMIT).until(() -> device.received().stream()
                    .anyMatch(message -> message.topic().endsWith("/commands") && message.payload().contains("blink")));
            String id = command.body().path("command_id").asText();
            await().atMost(LIMIT).untilAsserted(() -> assertThat(api.get("/api/devices/" + DEVICE + "/commands/" + id)
                    .body().path("state").asText()).isEqualTo("sent"));
        }
        assertSlots();
    }

    /** Two who watch share a subscription; in a cluster a second one would bring every reading twice. */
    private static void assertStreamedOnce(MqttTestClient device, Instant time) throws Exception {
        String url = stack.api().url() + "/api/devices/" + DEVICE + "/telemetry/stream";
        try (EventStream one = EventStream.open(url); EventStream other = EventStream.open(url)) {
            await().atMost(LIMIT).until(() -> one.text().contains("listening") && other.text().contains("listening"));
            send(device, time, 91.25);
            for (EventStream stream : List.of(one, other)) {
                await().atMost(LIMIT).until(() -> stream.text().contains("91.25"));
            }
            send(device, time.plusSeconds(1), 91.25);
            await().atMost(LIMIT).until(() -> readings(one) >= 2 && readings(other) >= 2);
            assertThat(readings(one)).isEqualTo(2);
            assertThat(readings(other)).isEqualTo(2);
        }
    }

    private static int readings(EventStream stream) {
        return stream.text().split("\"value\":91.25", -1).length - 1;
    }

    private static void assertSlots() {
        Set<String> keys = cluster.keys().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Set<String> ofDevice = keys.stream().filter(key -> key.contains('{' + DEVICE + '}'))
                .collect(Collectors.toSet());
        assertThat(ofDevice).contains("telemetry:{" + DEVICE + "}:latest", "telemetry:{" + DEVICE + "}:parts",
                "telemetry:{" + DEVICE + "}:history", "device:shadow:{" + DEVICE + "}", "device:info:{" + DEVICE + "}",
                "device:layout:{" + DEVICE + "}");
        assertThat(ofDevice.stream().map(cluster::slot).distinct()).hasSize(1);
        assertThat(keys).contains("{alarm:changes}:state:" + DEVICE);
    }

    private static void send(MqttTestClient device, Instant time, double temperature) {
        device.publish("devices/" + DEVICE + "/telemetry", "{\"parameter\":\"temperature\",\"value\":" + temperature
                + ",\"unit\":\"°C\",\"timestamp\":\"" + time + "\"}");
    }

    @Test
    void noMessageIsLostWhenAServerDies() throws Exception {
        try (NumberedLoad load = new NumberedLoad(stack, "spread", 30, Duration.ofMillis(10))) {
            load.flow(300);
            await().atMost(LIMIT).untilAsserted(() -> assertThat(cluster.keys()).hasSize(3)
                    .allSatisfy(keys -> assertThat(keys).anyMatch(key -> key.startsWith("telemetry:{spread-"))));
            cluster.killMaster(0);
            load.flow(300);
            int count = load.end();
            load.awaitStoredOnce(count);
            load.awaitLast(count);
            System.out.printf("A server of the Redis cluster died: %d messages stored once, the live view is right%n",
                    count);
        }
        await().atMost(LIMIT).until(() -> stack.services().stream().allMatch(ServiceProcess::isReady));
    }
}
