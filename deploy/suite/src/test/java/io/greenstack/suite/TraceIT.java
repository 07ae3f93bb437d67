package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperty;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;

import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.suite.ApiClient;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.suite.TraceReceiver.ReceivedSpan;

/** One trace for each way through the packaged services; what is printed is what docs/monitoring.md shows. */
class TraceIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String DEVICE = "traced.1";
    /** Without a description, so that its twin takes what the test likes. */
    private static final String PLAIN = "traced.2";
    private static final String SAMPLE = "GreenStack-TP100-20261123-IODD1.1.xml";
    private static final String RAW = "00EB023402";

    private static PackagedSuite suite;
    private static ApiClient api;
    private static Mqtt5AsyncClient device;

    @BeforeAll
    static void start() throws Exception {
        suite = PackagedSuite.running();
        api = suite.client();
        device = Mqtt5Client.builder().serverHost(EmbeddedServer.HOST).serverPort(suite.servers().broker().port())
                .identifier(DEVICE).buildAsync();
        device.publishes(MqttGlobalPublishFilter.ALL, TraceIT::answer);
        device.connect().join();
        for (String suffix : List.of("config/delta", "commands")) {
            device.subscribeWith().topicFilter(topic(PLAIN, suffix)).qos(MqttQos.AT_LEAST_ONCE).send().join();
        }
        upload(SAMPLE, Files.readString(suite.samples().resolve("iodd/" + SAMPLE)), trace());
        publish(DEVICE, "register", "{\"iolink\":{\"vendor_id\":65535,\"device_id\":100}}", null);
        publish(PLAIN, "register", "{\"name\":\"Traced\"}", null);
        await().atMost(LIMIT).until(() -> api.get("/api/devices/" + DEVICE).body().at("/binding/description_id")
                .isNumber());
        await().atMost(LIMIT).until(() -> api.get("/api/devices/" + PLAIN).isOk());
    }

    @AfterAll
    static void stop() {
        device.disconnect().join();
    }

    /** A device of MQTT 5 that hands the trace context on. */
    private static void answer(Mqtt5Publish message) {
        String trace = message.getUserProperties().asList().stream()
                .filter(property -> property.getName().toString().equals("traceparent"))
                .map(property -> property.getValue().toString()).findFirst().orElse(null);
        String payload = new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8);
        if (message.getTopic().toString().endsWith("/commands")) {
            String id = payload.replaceAll(".*\"command_id\":\"([^\"]+)\".*", "$1");
            publish(PLAIN, "commands/response", "{\"command_id\":\"" + id + "\",\"status\":\"ok\"}", trace);
        } else if (payload.contains("\"delta\":{\"interval\"")) {
            publish(PLAIN, "config/reported", "{\"interval\":5}", trace);
        }
    }

    private static String topic(String deviceId, String suffix) {
        return "devices/" + deviceId + "/" + suffix;
    }

    private static void publish(String deviceId, String suffix, String payload, String trace) {
        var publish = device.publishWith().topic(topic(deviceId, suffix)).qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload.getBytes(StandardCharsets.UTF_8));
        if (trace != null) {
            publish.userProperties().add(Mqtt5UserProperty.of("traceparent", trace)).applyUserProperties();
        }
        publish.send();
    }

    /** Of a trace that somebody else began, and that is recorded. */
    private static String trace() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return String.format("00-%016x%016x-%016x-01", random.nextLong() | 1, random.nextLong() | 1,
                random.nextLong() | 1);
    }

    private static void upload(String name, String content, String trace) throws IOException, InterruptedException {
        String boundary = "traced";
        send("POST", "/api/iodd/upload", "multipart/form-data; boundary=" + boundary,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary
                        + "--\r\n",
                trace);
    }

    private static void send(String method, String path, String type, String body, String trace)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest
                .newBuilder(URI.create(suite.api().url() + path)).header("Content-Type", type)
                .header("traceparent", trace).method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    /** Waits for spans, each below the one before, and prints the trace. */
    private static void assertTrace(String title, String trace, List<String[]> ways) {
        String id = id(trace);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(ways).allSatisfy(
                way -> assertThat(suite.traces().has(id, way)).as("%s in%n%s", String.join(" > ", way),
                        suite.traces().tree(id)).isTrue()));
        System.out.printf("%s%n%s%n", title, suite.traces().tree(id));
    }

    private static String[] way(String... labels) {
        return labels;
    }

    @Test
    void anUploadIsReadCompiledAndStored() throws Exception {
        String trace = trace();
        String other = Files.readString(suite.samples().resolve("iodd/" + SAMPLE)).replace("deviceId=\"100\"",
                "deviceId=\"9001\"");
        upload("GreenStack-Traced-20261123-IODD1.1.xml", other, trace);
        assertTrace("An upload", trace, List.of(
                way("api-service: POST /api/iodd/upload", "api-service: read and compile IODD"),
                way("api-service: POST /api/iodd/upload", "api-service: store descriptions")));
        assertThat(suite.traces().tree(id(trace))).containsIgnoringCase("insert");
    }

    /** A message that shares a batch with those of others is a link of its span, so it is said until one was alone. */
    @Test
    void rawTelemetryGoesThroughBridgeAndIngestion() {
        List<String[]> ways = List.of(way("mqtt-bridge: process telemetry", "mqtt-bridge: EVALSHA"),
                way("influx-ingestion: process telemetry", "influx-ingestion: write device-telemetry"));
        List<String> said = new ArrayList<>();
        await().atMost(LIMIT).pollInterval(Duration.ofSeconds(2)).until(() -> {
            if (said.stream().anyMatch(trace -> isWhole(trace, ways))) {
                return true;
            }
            said.add(trace());
            publish(DEVICE, "telemetry", "{\"processDataIn\":\"" + RAW + "\",\"timestamp\":\"" + Instant.now() + "\"}",
                    said.get(said.size() - 1));
            return false;
        });
        assertTrace("Raw telemetry", said.stream().filter(trace -> isWhole(trace, ways)).findFirst().orElseThrow(),
                ways);
    }

    private static boolean isWhole(String trace, List<String[]> ways) {
        return ways.stream().allMatch(way -> suite.traces().has(id(trace), way));
    }

    private static String id(String trace) {
        return trace.substring(3, 35);
    }

    @Test
    void aTwinWriteIsAnsweredByTheDevice() throws Exception {
        String trace = trace();
        send("PATCH", "/api/devices/" + PLAIN + "/shadow/desired", "application/json", "{\"interval\":5}", trace);
        assertTrace("A twin write", trace, List.<String[]>of(way("mqtt-bridge: send config/delta",
                "mqtt-bridge: process config/reported", "api-service: POST /api/shadows/reports")));
    }

    @Test
    void aCommandIsAnsweredByTheDevice() throws Exception {
        String trace = trace();
        send("POST", "/api/devices/" + PLAIN + "/commands", "application/json", "{\"command\":\"blink\"}", trace);
        assertTrace("A command", trace, List.<String[]>of(way("mqtt-bridge: send commands",
                "mqtt-bridge: process commands/response", "api-service: POST /api/commands/responses")));
    }

    /** A point of a curve in Grafana leads to the trace of a request, or of a batch, that it counts. */
    @Test
    void histogramsNameTracesThatTheyCount() {
        List<String> said = new ArrayList<>();
        await().atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            said.add(trace());
            send("POST", "/api/devices/" + PLAIN + "/commands", "application/json", "{\"command\":\"blink\"}",
                    said.get(said.size() - 1));
            assertThat(Scrape.openMetrics(suite.api()).exemplars("http_server_requests_seconds_bucket",
                    "uri=\"/api/devices/{id}/commands\""))
                    .containsAnyElementsOf(said.stream().map(TraceIT::id).toList());
        });
        said.clear();
        await().atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            said.add(trace());
            publish(DEVICE, "telemetry", "{\"processDataIn\":\"" + RAW + "\",\"timestamp\":\"" + Instant.now() + "\"}",
                    said.get(said.size() - 1));
            List<String> ids = said.stream().map(TraceIT::id).toList();
            for (ServiceProcess service : List.of(suite.bridge(), suite.ingestion())) {
                assertThat(Scrape.openMetrics(service).exemplars("greenstack_messages_lag_seconds_bucket"))
                        .as(service.name()).containsAnyElementsOf(ids);
            }
            assertThat(Scrape.openMetrics(suite.ingestion()).exemplars("greenstack_influx_requests_seconds_bucket"))
                    .containsAnyElementsOf(ids);
        });
    }

    /** Polls and probes go on all the time, for tests as well; none of them begins a trace. */
    @Test
    void whatNobodyAskedForLeavesNoSpan() throws Exception {
        await().atMost(LIMIT).until(() -> suite.traces().spans().size() > 3);
        for (int i = 0; i < 3; i++) {
            api.get("/q/health/ready");
            api.get("/api/health");
        }
        String last = trace();
        send("POST", "/api/devices/" + PLAIN + "/commands", "application/json", "{\"command\":\"blink\"}", last);
        String id = last.substring(3, 35);
        await().atMost(LIMIT).until(() -> suite.traces().has(id, "api-service: POST /api/commands/responses"));
        List<ReceivedSpan> roots = suite.traces().spans().stream().filter(span -> span.parent().isEmpty()).toList();
        assertThat(roots).allSatisfy(root -> assertThat(root.name()).matches("(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)"
                + "( /.*)?|process .*"));
        assertThat(suite.traces().spans()).noneMatch(span -> span.name().contains("health"));
    }

    /** What OpenTelemetry's own variables say at the start of the same package. */
    @Test
    void spansAreLinesOfTheLogOrAreNotRecordedAsTheEnvironmentSays() throws Exception {
        Map<String, String> console = Map.of("MQTT_TOPIC_PREFIX", "untraced", "OTEL_TRACES_EXPORTER", "console");
        ServiceProcess told = suite.stack().anotherIngestion("ingestion-told", console);
        ServiceProcess silent = suite.stack().anotherIngestion("ingestion-silent",
                Map.of("MQTT_TOPIC_PREFIX", "untraced", "OTEL_TRACES_EXPORTER", "console",
                        "OTEL_TRACES_SAMPLER", "always_off"));
        List<ServiceProcess> both = List.of(silent, told);
        try {
            both.forEach(suite.stack()::start);
            both.forEach(suite::awaitReady);
            for (ServiceProcess service : both) {
                new ApiClient(service.url()).get("/nowhere");
            }
            await().atMost(LIMIT).until(() -> told.logText().contains("LoggingSpanExporter"));
            assertThat(silent.logText()).doesNotContain("LoggingSpanExporter");
        } finally {
            both.forEach(suite.stack()::kill);
        }
    }
}
