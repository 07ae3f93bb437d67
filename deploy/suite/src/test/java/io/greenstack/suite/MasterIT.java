package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.localstack.master.StubDevice;
import io.greenstack.localstack.master.StubMaster;
import io.greenstack.localstack.suite.ApiClient;
import io.greenstack.localstack.suite.ApiClient.Answer;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.testing.MqttTestClient;

/** A master that is added by one call, on the packaged services: its devices are read, written, exchanged, taken over. */
class MasterIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int INTERVAL_MILLIS = 200;
    private static final String MASTER = "hall-1";
    private static final String SENSOR = MASTER + ":1:65535-100-A1";

    private static PackagedSuite suite;
    private static ApiClient api;
    private static MqttTestClient listener;

    private final StubMaster master = new StubMaster("4711", 4);
    private final StubDevice sensor = new StubDevice(65535, 100, "TP100", "A1",
            reading -> String.format("%04X023402", 200 + reading % 50), "00").with(65, "000A");

    @BeforeAll
    static void start() throws Exception {
        suite = PackagedSuite.running();
        api = suite.client();
        for (String file : List.of("GreenStack-TP100-20261123-IODD1.1.xml", "GreenStack-LT101-20261123-IODD1.1.xml")) {
            assertThat(api.upload(suite.samples().resolve("iodd/" + file)).isOk()).isTrue();
        }
        listener = suite.mqtt("master-it");
        listener.subscribe("devices/+/telemetry");
    }

    @AfterAll
    static void stop() {
        listener.close();
    }

    @AfterEach
    void remove() throws Exception {
        send("DELETE", "/api/masters/" + MASTER, "");
        master.close();
    }

    private static HttpResponse<String> send(String method, String path, String body) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(suite.api().url() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void add() throws Exception {
        master.plug(1, sensor);
        Answer added = api.post("/api/masters", "{\"id\":\"" + MASTER + "\",\"kind\":\"ifm_http\",\"address\":\""
                + master.address() + "\",\"interval\":\"" + INTERVAL_MILLIS + "ms\"}");
        assertThat(added.status()).as("%s", added).isEqualTo(201);
    }

    /** Live values outlast a master, so what hangs on the port is asked too. */
    private static void awaitOnPort(String device) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(100)).until(
                () -> get("/api/masters/" + MASTER + "/ports").at("/0/device_id").asText().equals(device));
    }

    private static JsonNode get(String path) throws Exception {
        return api.get(path).body();
    }

    private static void awaitLive(String device, String parameter) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> get(
                "/api/devices/" + device + "/telemetry/latest").toString().contains("\"" + parameter + "\""));
    }

    private static JsonNode command(String device, String body) throws Exception {
        Answer sent = api.post("/api/devices/" + device + "/commands?wait=20s", body);
        assertThat(sent.status()).as("%s", sent).isEqualTo(200);
        return sent.body();
    }

    @Test
    void whatHangsOnItIsThereWithinSecondsAndIsWritten() throws Exception {
        Answer tried = api.post("/api/masters/test",
                "{\"kind\":\"ifm_http\",\"address\":\"" + master.address() + "\"}");
        assertThat(tried.body().path("reachable").asBoolean()).as("%s", tried).isTrue();
        Instant added = Instant.now();
        add();
        awaitLive(SENSOR, "temperature");
        awaitOnPort(SENSOR);
        System.out
                .println("A device on a new master was live after " + Duration.between(added, Instant.now()).toMillis()
                        + " ms");
        assertThat(get("/api/devices/" + SENSOR).at("/binding/state").asText()).isEqualTo("bound");
        assertThat(get("/api/devices/" + SENSOR).at("/master/port").asInt()).isEqualTo(1);
        await().atMost(LIMIT).until(() -> get("/api/devices/" + SENSOR
                + "/telemetry/history?parameter=temperature&from=-5m").at("/series/0/points").size() > 3);
        await().atMost(LIMIT).until(() -> "connected".equals(get("/api/masters/" + MASTER).path("state").asText()));
        assertThat(get("/api/masters/" + MASTER + "/ports").at("/0/description_product").asText()).isNotEmpty();

        JsonNode written = command(SENSOR,
                "{\"command\":\"write_parameter\",\"parameter\":\"V_Damping\",\"value\":20,\"read_back\":true}");
        assertThat(written.path("state").asText()).as("%s", written).isEqualTo("answered");
        assertThat(written.at("/result/value").asInt()).isEqualTo(20);
        assertThat(sensor.parameter(65, 0)).isEqualTo(written.at("/result/hex").asText());

        assertThat(send("PATCH", "/api/devices/" + SENSOR + "/shadow/desired", "{\"V_Damping\":30}").statusCode())
                .isEqualTo(200);
        await().atMost(LIMIT)
                .until(() -> get("/api/devices/" + SENSOR + "/shadow").at("/reported/V_Damping").asInt() == 30);
        assertThat(get("/api/devices/" + SENSOR + "/shadow").path("delta")).isEmpty();
        assertThat(Integer.parseInt(sensor.parameter(65, 0), 16)).isEqualTo(30);

        sensor.refuse(65, "8030");
        JsonNode refused = command(SENSOR,
                "{\"command\":\"write_parameter\",\"parameter\":\"V_Damping\",\"value\":40}");
        assertThat(refused.path("state").asText()).isEqualTo("failed");
        assertThat(refused.at("/error/code").asText()).isEqualTo("0x8030");
    }

    @Test
    void anotherTypeOnThePortIsAnotherDevice() throws Exception {
        add();
        awaitOnPort(SENSOR);
        master.plug(1, null);
        awaitOnPort("");
        await().atMost(LIMIT).until(() -> "disconnected".equals(
                get("/api/devices/" + SENSOR).at("/connection/state").asText()));
        master.plug(1, new StubDevice(65535, 101, "LT101", "B7", reading -> "01F40102", null));
        String other = MASTER + ":1:65535-101-B7";
        await().atMost(LIMIT).until(() -> "bound".equals(get("/api/devices/" + other).at("/binding/state").asText()));
        await().atMost(LIMIT).until(() -> get("/api/devices/" + other + "/telemetry/latest").path("values").size() > 0);
        await().atMost(LIMIT).until(() -> get("/api/masters/" + MASTER + "/ports/1/changes").size() >= 3);
        await().atMost(LIMIT).until(() -> get("/api/devices/" + other + "/events").toString().contains("65313"));
    }

    @Test
    void anotherBridgeGoesOnAndNoReadingIsDoubled() throws Exception {
        ServiceProcess second = suite.stack().replica("mqtt-bridge", "bridge-it-2");
        suite.stack().start(second);
        try {
            suite.stack().awaitReady(second);
            int earlier = readings().size();
            Instant began = Instant.now();
            add();
            awaitLive(SENSOR, "temperature");
            int before = readings().size();
            await().atMost(LIMIT).until(() -> readings().size() > before + 20);
            suite.stack().kill(suite.bridge());
            Instant killed = Instant.now();
            int then = readings().size();
            await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> readings().size() > then + 5);
            List<Instant> times = readings();
            System.out.println("Another bridge went on after a gap of " + longestGap(times, killed).toMillis() + " ms");
            assertThat(times).doesNotHaveDuplicates();
            // One bridge alone reads once in an interval, also in that of the killing; two at the same time would read twice as often.
            assertThat(times.size() - earlier)
                    .isLessThanOrEqualTo(
                            (int) (Duration.between(began, Instant.now()).toMillis() / INTERVAL_MILLIS) + 5);
        } finally {
            suite.stack().stop(second);
            if (!suite.bridge().isAlive()) {
                suite.stack().start(suite.bridge());
            }
            suite.awaitReady(suite.bridge());
        }
    }

    private static List<Instant> readings() {
        return listener.received().stream()
                .filter(message -> message.topic().equals("devices/" + SENSOR + "/telemetry"))
                .map(message -> {
                    try {
                        return Instant.parse(JSON.readTree(message.payload()).path("timestamp").asText());
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }).toList();
    }

    private static Duration longestGap(List<Instant> times, Instant since) {
        List<Instant> sorted = new ArrayList<>(times);
        sorted.sort(null);
        Duration longest = Duration.ZERO;
        for (int i = 1; i < sorted.size(); i++) {
            Duration gap = Duration.between(sorted.get(i - 1), sorted.get(i));
            if (sorted.get(i).isAfter(since) && gap.compareTo(longest) > 0) {
                longest = gap;
            }
        }
        return longest;
    }
}
