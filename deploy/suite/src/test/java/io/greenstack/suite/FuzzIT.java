package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.server.LocalServers;
import io.greenstack.localstack.suite.ApiClient;
import io.greenstack.localstack.suite.PackagedStack;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.testing.MqttTestClient;

/**
 * Nonsense on every topic and at every operation costs only itself: no lane stops, no batch is repeated for ever, and the API
 * answers nothing worse than 503. On a suite of its own, as nobody else's data would be safe. The seeds are fixed; other ones
 * with {@code -Dgreenstack.fuzz.seed}.
 */
class FuzzIT {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final long SEED = Long.getLong("greenstack.fuzz.seed", 20_261_130L);
    private static final int MESSAGES = Integer.getInteger("greenstack.fuzz.messages", 150);
    private static final int REQUESTS = Integer.getInteger("greenstack.fuzz.requests", 5);
    private static final String SOUND = "sound-1";
    private static final List<String> STRANGE = List.of("strange-1", "strange-2", "strange-3");

    /** Topics below a device, and what a device would send there. */
    private static final Map<String, List<String>> TOPICS = Map.of(
            "telemetry", List.of("{\"parameter\":\"t\",\"value\":21.5,\"unit\":\"C\",\"timestamp\":1780000000}",
                    "{\"temperature\":21.5,\"pressure\":3.1}", "{\"processDataIn\":\"00EB023402\",\"valid\":true}",
                    "{\"iolink\":{\"valid\":true,\"value\":[0,235,2,52,2]}}"),
            "status", List.of("{\"state\":\"connected\"}", "{\"state\":\"disconnected\",\"session\":\"1\"}"),
            "register", List.of("{\"name\":\"s\",\"iolink\":{\"vendor_id\":65535,\"device_id\":100}}",
                    "{\"name\":\"s\",\"eds\":{\"vendor_code\":1,\"product_code\":2}}"),
            "events", List.of("{\"code\":36352,\"mode\":\"appears\",\"type\":\"warning\"}",
                    "[{\"code\":1},{\"code\":2}]"),
            "config/reported", List.of("{\"V_Mode\":2,\"timestamp\":1780000000}",
                    "{\"reported\":{\"a\":1},\"rejected\":{\"b\":{\"reason\":\"r\",\"code\":\"0x8031\"}},\"version\":1}"),
            "commands/response", List.of("{\"command_id\":\"c\",\"status\":\"ok\",\"result\":1}",
                    "{\"command_id\":\"c\",\"status\":\"error\",\"error\":\"e\"}"));
    private static final List<String> MEMBERS = List.of("parameter", "value", "unit", "timestamp", "processDataIn",
            "valid",
            "iolink", "state", "session", "name", "eds", "code", "mode", "type", "reported", "rejected", "version",
            "command_id", "status", "result", "error", "");
    private static final Map<String, List<String>> DIALECTS = Map.of(
            "plant/devices/a/processdata/value", List.of("{\"getData\":{\"iolink\":{\"valid\":true,\"value\":[0,1]}}}"),
            "plant/devices/a/identification", List.of("{\"vendorId\":65535,\"deviceId\":100,\"serialNumber\":\"1\"}"),
            "plant/gateway/events", List.of("[{\"deviceAlias\":\"a\",\"message\":{\"code\":1,\"mode\":\"APPEARS\"}}]"),
            "plant/masters/1/ports/2/status", List.of("{\"statusInfo\":\"DEVICE_ONLINE\"}"),
            "ifm/m1",
            List.of("{\"code\":\"event\",\"cid\":1,\"adr\":\"/x\",\"data\":{\"eventno\":\"6\",\"srcurl\":\"m1/timer[1]/"
                    + "counter/datachanged\",\"payload\":{\"/iolinkmaster/port[1]/iolinkdevice/pdin\":{\"code\":200,\"data\":"
                    + "\"00EB023402\"}}}}"),
            "spBv1.0/g/NBIRTH/n", List.of("\u0008\u0080\u0001\u0018\u0000"),
            "spBv1.0/g/DDATA/n/d", List.of("\u0008\u0080\u0001\u0018\u0001"));

    private static PackagedStack stack;
    private static ApiClient api;

    @BeforeAll
    static void start() throws Exception {
        Path root = Path.of(System.getProperty("greenstack.root", "../..")).toAbsolutePath().normalize();
        stack = new PackagedStack(LocalServers.forTests(), root, Path.of("target/fuzz").toAbsolutePath(), Map.of(
                "GREENSTACK_RATE_LIMIT", "100000", "GREENSTACK_RATE_BURST", "100000",
                "MQTT_IOLINK_ORIGINATOR", "plant", "MQTT_IFM_TOPICS", "ifm/+", "MQTT_SPARKPLUG_GROUPS", "g"));
        stack.start();
        api = new ApiClient(stack.api().url());
        assertThat(api.upload(root.resolve("deploy/samples/iodd/GreenStack-TP100-20261123-IODD1.1.xml")).isOk())
                .isTrue();
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void no_message_stops_a_lane_or_is_repeated_for_ever() throws Exception {
        HostileText hostile = new HostileText(SEED);
        try (MqttTestClient client = mqtt("strange")) {
            STRANGE.forEach(device -> client.publish("devices/" + device + "/register",
                    "{\"name\":\"s\",\"iolink\":{\"vendor_id\":65535,\"device_id\":100}}"));
            for (int i = 0; i < MESSAGES; i++) {
                for (Map.Entry<String, List<String>> topic : TOPICS.entrySet()) {
                    client.send("devices/" + hostile.any(STRANGE) + "/" + topic.getKey(),
                            payload(hostile, topic.getValue()), 1,
                            false);
                }
                for (Map.Entry<String, List<String>> topic : DIALECTS.entrySet()) {
                    client.send(topic.getKey(), payload(hostile, topic.getValue()), 1, false);
                }
            }
        }
        soundDeviceIsHeard();
        for (ServiceProcess service : List.of(stack.bridge(), stack.ingestion())) {
            await().atMost(LIMIT).untilAsserted(() -> {
                LedgerMetrics ledger = LedgerMetrics.of(service.url());
                assertThat(ledger.inFlight()).as("%s of %s", ledger, service.name()).isZero();
                assertThat(ledger.accounted()).as("%s of %s", ledger, service.name()).isEqualTo(ledger.received());
            });
            assertThat(service.isReady()).as(service.name()).isTrue();
        }
    }

    private static byte[] payload(HostileText hostile, List<String> usual) {
        return hostile.once(2)
                ? hostile.damaged(hostile.any(usual))
                : hostile.object(MEMBERS).getBytes(StandardCharsets.UTF_8);
    }

    /** What a sound device says after all that arrives, on every lane. */
    private static void soundDeviceIsHeard() throws Exception {
        String path = "/api/devices/" + SOUND;
        try (MqttTestClient device = mqtt(SOUND)) {
            String topic = "devices/" + SOUND + "/";
            device.publish(topic + "register", "{\"name\":\"Sound\"}");
            await().atMost(LIMIT).until(() -> "Sound".equals(api.get(path).body().path("name").asText()));
            device.publish(topic + "telemetry", "{\"number\":7}");
            device.publish(topic + "status", "{\"state\":\"connected\"}");
            device.publish(topic + "events", "{\"code\":20480,\"mode\":\"appears\",\"type\":\"error\"}");
            device.publish(topic + "config/reported", "{\"interval\":5}");
            await().atMost(LIMIT).until(() -> api.get(path + "/telemetry/latest").body().toString().contains("number"));
            await().atMost(LIMIT).until(() -> api.get(path + "/events/active").body().size() == 1);
            await().atMost(LIMIT).until(() -> api.get(path + "/shadow").body().at("/reported/interval").asInt() == 5);
            await().atMost(LIMIT).until(() -> stack.servers().questDb().sql().number(
                    "SELECT count() FROM device_telemetry WHERE device_id = '" + SOUND + "'") == 1);
            String command = api.post(path + "/commands", "{\"command\":\"blink\",\"timeout\":\"5m\"}").body()
                    .path("command_id").asText();
            await().atMost(LIMIT).until(() -> state(command).equals("sent"));
            device.publish(topic + "commands/response", "{\"command_id\":\"" + command + "\",\"status\":\"ok\"}");
            await().atMost(LIMIT).until(() -> state(command).equals("answered"));
        }
    }

    private static String state(String command) throws Exception {
        return api.get("/api/devices/" + SOUND + "/commands/" + command).body().path("state").asText();
    }

    @Test
    void no_request_is_answered_with_more_than_503() throws Exception {
        JsonNode document = api.get("/openapi").body();
        OperationFuzzer fuzzer = new OperationFuzzer(stack.api().url(), document, new HostileText(SEED + 1),
                STRANGE.get(0));
        List<String> failures = fuzzer.run(REQUESTS);
        System.out.printf("%d operations, %d requests: %s%n", fuzzer.operations(), fuzzer.requests(),
                fuzzer.statuses());
        assertThat(fuzzer.operations()).isGreaterThan(100);
        assertThat(failures).isEmpty();
        assertThat(stack.api().isReady()).isTrue();
        assertThat(api.get("/api/descriptions?size=1").isOk()).isTrue();
    }

    private static MqttTestClient mqtt(String clientId) {
        return MqttTestClient.connect(EmbeddedServer.HOST, stack.servers().broker().port(), clientId);
    }
}
