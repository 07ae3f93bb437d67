package io.greenstack.api.telemetry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.greenstack.api.ApiTest;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;

@ApiTest
class TelemetryResourceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Inject
    RedisDataSource redis;

    @Inject
    SpanRecorder spans;

    @ConfigProperty(name = "greenstack.telemetry.influx.url")
    String store;

    private static void register(String id) {
        given().contentType(ContentType.JSON).body(Map.of("device_id", id)).post("/api/devices/register").then()
                .statusCode(201);
    }

    private static String reading(String id, Instant at, double value) {
        return "{\"device_id\":\"" + id + "\",\"timestamp\":\"" + at + "\",\"received_at\":\"" + at
                + "\",\"traceparent\":\"00-"
                + TRACE + "-00f067aa0ba902b7-01\",\"values\":{\"temperature\":{\"name\":\"Temperature\",\"value\":"
                + value
                + ",\"unit\":\"°C\",\"timestamp\":\"" + at + "\"}}}";
    }

    @Test
    void theNewestValuesComeWithTheirAge() {
        register("live-1");
        given().get("/api/devices/live-1/telemetry/latest").then().statusCode(200).body("stale", is(true))
                .body("values", equalTo(Map.of())).body("connection_state", equalTo("unknown"));
        redis.value(String.class).set("telemetry:live-1:latest", reading("live-1", Instant.now(), 21.5));
        redis.hash(String.class).hset("device:shadow:live-1",
                Map.of("connection_state", "connected", "last_seen", "2026"));
        given().get("/api/devices/live-1/telemetry/latest").then().statusCode(200).body("stale", is(false))
                .body("values.temperature.value", equalTo(21.5f)).body("values.temperature.unit", equalTo("°C"))
                .body("connection_state", equalTo("connected")).body("last_seen", equalTo("2026"));
        redis.value(String.class).set("telemetry:live-1:latest",
                reading("live-1", Instant.now().minusSeconds(3600), 21.5));
        given().get("/api/devices/live-1/telemetry/latest").then().body("stale", is(true));
    }

    @Test
    void theTraceOfAReadingGoesOnInTheApi() {
        register("trace-1");
        redis.value(String.class).set("telemetry:trace-1:latest", reading("trace-1", Instant.now(), 1));
        given().get("/api/devices/trace-1/telemetry/latest").then().statusCode(200);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(spans.ended()).anySatisfy(span -> {
            assertThat(span.getName()).isEqualTo("telemetry latest");
            assertThat(span.getTraceId()).isEqualTo(TRACE);
            assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
            assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
            assertThat(span.getLinks()).hasSize(1);
        }));
    }

    @Test
    void anUnknownDeviceIsNotFound() {
        for (String part : new String[]{"latest", "history", "stream"}) {
            given().get("/api/devices/nobody-at-all/telemetry/" + part).then().statusCode(404)
                    .contentType("application/problem+json").body("code", equalTo("unknown-device"));
        }
    }

    @Test
    void historyComesFromTheStore() throws Exception {
        register("hist-1");
        Instant start = Instant.parse("2026-11-20T10:00:00Z");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            rows.append(i == 0 ? "" : ",").append("('hist-1','temp''s','°C',").append(i)
                    .append(".5,null,null,'").append(start.plusSeconds(i)).append("')");
        }
        sql("CREATE TABLE IF NOT EXISTS device_telemetry (device_id SYMBOL, parameter SYMBOL, unit SYMBOL, value DOUBLE, "
                + "label VARCHAR, status VARCHAR, timestamp TIMESTAMP) TIMESTAMP(timestamp) PARTITION BY DAY WAL");
        sql("INSERT INTO device_telemetry (device_id, parameter, unit, value, label, status, timestamp) VALUES " + rows
                + ",('hist-1','level',null,null,null,'no_data','2026-11-20T10:00:03Z')"
                + ",('hist-1','batch, line $1',null,null,'B-7',null,'2026-11-20T10:00:03Z')"
                + ",('hist-1','batch, line $1',null,null,'B-8',null,'2026-11-20T10:00:04Z')");
        String range = "/api/devices/hist-1/telemetry/history?from=2026-11-20T10:00:00Z&to=2026-11-20T11:00:00Z";
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given().get(range).then().statusCode(200)
                .body("series.find { it.parameter == \"temp's\" }.points", hasSize(10)));
        given().get(range).then().body("truncated", is(false))
                .body("series.find { it.parameter == \"temp's\" }.unit", equalTo("°C"))
                .body("series.find { it.parameter == \"temp's\" }.points[0].value", equalTo(0.5f))
                .body("series.find { it.parameter == \"temp's\" }.points[9].timestamp", equalTo("2026-11-20T10:00:09Z"))
                .body("series.find { it.parameter == 'level' }.points[0].status", equalTo("no_data"))
                .body("series.find { it.parameter == 'level' }.points[0].value", nullValue());
        given().queryParam("parameter", "temp's").queryParam("limit", 3).get(range).then().body("truncated", is(true))
                .body("series[0].points.value", contains(7.5f, 8.5f, 9.5f));
        given().queryParam("parameter", "temp's").queryParam("every", "5s").get(range).then()
                .body("series[0].points.value", contains(2.5f, 7.5f))
                .body("series[0].points.min", contains(0.5f, 5.5f)).body("series[0].points.max", contains(4.5f, 9.5f))
                .body("series[0].points[0].timestamp", equalTo("2026-11-20T10:00:00Z"));
        for (String every : new String[]{"", "5s"}) {
            given().queryParam("parameter", "batch\\, line $1,level").queryParam("every", every).get(range).then()
                    .statusCode(200).body("series.find { it.parameter == 'batch, line $1' }.points.label",
                            hasItem("B-8"));
        }
        functionsOfWindows(range);
        exports(range.replace("history?", "history/export?"));
        given().queryParam("parameter", "x' OR '1'='1").get(range).then().statusCode(200).body("series", hasSize(0));
    }

    private static void functionsOfWindows(String range) {
        given().queryParam("parameter", "temp's").queryParam("every", "5s").queryParam("function", "max").get(range)
                .then()
                .body("function", equalTo("max")).body("every", equalTo("PT5S")).body("source", equalTo("store"))
                .body("series[0].points.value", contains(4.5f, 9.5f)).body("series[0].points.min", contains(0.5f, 5.5f))
                .body("series[0].points.count", contains(5, 5));
        given().queryParam("parameter", "temp's").queryParam("function", "rate").get(range).then()
                .body("series[0].points.value", contains(1f)).body("every", nullValue());
        given().queryParam("parameter", "temp's").queryParam("function", "percentile").queryParam("percentile", 50)
                .queryParam("every", "5s").get(range).then().body("series[0].points.value", contains(2.5f, 7.5f));
        given().queryParam("parameter", "batch\\, line $1").queryParam("function", "time_in_state")
                .queryParam("gap", "10s")
                .get(range).then().body("series[0].points[0].states.'B-7'", equalTo(1f))
                .body("series[0].points[0].states.'B-8'", equalTo(10f));
        given().queryParam("parameter", "temp's").queryParam("points", 10).get(range).then()
                .body("function", nullValue())
                .body("series[0].points", hasSize(10));
        given().queryParam("parameter", "temp's").queryParam("points", 5).get(range).then()
                .body("function", equalTo("mean"))
                .body("every", equalTo("PT15M")).body("series[0].points.min", contains(0.5f))
                .body("series[0].points.max", contains(9.5f));
        given().queryParam("parameter", "temp's").queryParam("gap", "500ms").queryParam("limit", 2).get(range).then()
                .body("series[0].points.status", contains(null, "gap", null))
                .body("series[0].points[1].timestamp", equalTo("2026-11-20T10:00:08.500Z"));
        given().queryParam("device", "hist-1,nobody-here").queryParam("parameter", "temp's")
                .get(range.replace("devices/hist-1/telemetry", "telemetry")).then().statusCode(200)
                .body("device_id", nullValue()).body("series[0].device_id", equalTo("hist-1"))
                .body("series[0].points", hasSize(10));
        given().get(range.replace("devices/hist-1/telemetry", "telemetry")).then().statusCode(400)
                .body("errors[0].field", equalTo("device"));
    }

    private static void exports(String range) {
        assertThat(given().queryParam("parameter", "temp's,level").get(range).then().statusCode(200)
                .contentType("text/csv").header("Content-Disposition", containsString("hist-1_history.csv")).extract()
                .asString().split("\r\n"))
                .hasSize(12).startsWith("timestamp,parameter,value,unit,label,status,min,max,device_id,count",
                        "2026-11-20T10:00:00Z,temp's,0.5,°C,,,,,hist-1,")
                .contains("2026-11-20T10:00:03Z,level,,,,no_data,,,hist-1,");
        given().queryParam("format", "json").queryParam("parameter", "temp's").queryParam("every", "5s").get(range)
                .then()
                .statusCode(200).contentType(ContentType.JSON).body("value", contains(2.5f, 7.5f))
                .body("max", contains(4.5f, 9.5f));
        given().queryParam("format", "xlsx").get(range).then().statusCode(200);
        given().get(range.replace("hist-1", "nobody-at-all")).then().statusCode(404)
                .body("code", equalTo("unknown-device"));
        given().queryParam("device", "hist-1").queryParam("format", "json")
                .get(range.replace("devices/hist-1/telemetry", "telemetry")).then().statusCode(200)
                .body("", hasSize(13));
    }

    private void sql(String statement) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                URI.create(store + "/exec?query=" + URLEncoder.encode(statement, StandardCharsets.UTF_8))).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    @Test
    void badHistoryRequestsAreRefused() {
        register("hist-2");
        for (String query : new String[]{"from=yesterday", "to=2026-11-20T10:00:00", "every=never", "every=0s",
                "limit=0",
                "limit=99999999", "from=2026-11-20T10:00:00Z&to=2026-11-20T09:00:00Z", "parameter=a%0Ab", "from=-5x",
                "from=-999999999-01-01T00:00:00Z", "to=%2B999999999-12-31T23:59:59Z", "from=-", "from=-1-1",
                "function=median", "percentile=101", "percentile=x",
                "points=1", "points=10&every=5s", "gap=soon", "function=time_in_state&every=1ms&from=-3000d"}) {
            given().urlEncodingEnabled(false).get("/api/devices/hist-2/telemetry/history?" + query).then()
                    .statusCode(400)
                    .contentType("application/problem+json").body("code", equalTo("invalid-parameter"));
        }
    }

    @Test
    @Timeout(60)
    void readingsAreStreamed() throws Exception {
        register("sse-1");
        HttpResponse<java.io.InputStream> response = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + RestAssured.port + "/api/devices/sse-1/telemetry/stream")).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String begun = next(lines);
            while (!begun.contains("listening")) {
                assertThat(begun).startsWith(":");
                begun = next(lines);
            }
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(redis.execute("PUBSUB", "NUMSUB",
                    "telemetry:sse-1").get(1).toInteger()).isEqualTo(1));
            redis.pubsub(String.class).publish("telemetry:sse-1", reading("sse-1", Instant.now(), 42));
            String line = next(lines);
            while (!line.startsWith("data:")) {
                line = next(lines);
            }
            assertThat(line).contains("\"value\":42.0");
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(spans.ended())
                    .anySatisfy(span -> assertThat(span.getName() + span.getTraceId())
                            .isEqualTo("telemetry stream" + TRACE)));
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(redis.execute("PUBSUB", "NUMSUB",
                "telemetry:sse-1").get(1).toInteger()).isZero());
    }

    private static String next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && line.isEmpty()) {
            line = lines.readLine();
        }
        assertThat(line).isNotNull();
        return line;
    }
}
