package io.greenstack.api.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@ApiTest
class EventResourceTest {

    private static final int LEVEL_SENSOR = 61_001;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    EventRepository repository;

    private final String device = "ev-" + UUID.randomUUID();

    @Test
    void eventsAreExplainedInTheLanguageOfTheReader() {
        Samples.upload("level.xml", Samples.conditional(LEVEL_SENSOR));
        register(LEVEL_SENSOR);
        post(event(36000, "singleshot", null, "2026-11-20T10:00:00Z", false),
                event(16384, "appears", "error", "2026-11-20T10:00:01Z", false),
                event(4711, "singleshot", null, "2026-11-20T10:00:02Z", false))
                .body("results.status", contains("stored", "stored", "stored"));

        given().get("/api/devices/{id}/events", device).then().statusCode(200).header("X-Total-Count", "3")
                .body("code", contains(4711, 16384, 36000)).body("[2].name", equalTo("Filling finished"))
                .body("[2].type", equalTo("notification")).body("[2].source", equalTo("description"))
                .body("[2].code_hex", equalTo("0x8CA0")).body("[1].source", equalTo("standard"))
                .body("[1].active", equalTo(true)).body("[0].name", nullValue());
        given().header("Accept-Language", "de").get("/api/devices/{id}/events", device).then()
                .body("[2].name", equalTo("Bef\u00fcllung beendet"));
        given().queryParam("lang", "xx").get("/api/devices/{id}/events", device).then()
                .body("[2].name", equalTo("Filling finished"));
    }

    @Test
    void aFileThatArrivesLaterExplainsWhatHappenedBefore() {
        int sensor = LEVEL_SENSOR + 1;
        register(sensor);
        post(event(36000, "singleshot", null, "2026-11-20T10:00:00Z", false));
        given().get("/api/devices/{id}/events", device).then().body("[0].name", nullValue());

        Samples.upload("level.xml", Samples.conditional(sensor));

        given().get("/api/devices/{id}/events", device).then().body("[0].name", equalTo("Filling finished"));
    }

    @Test
    void whatAppearsIsActiveUntilItDisappears() {
        register(LEVEL_SENSOR + 2);
        post(event(1, "appears", "warning", "2026-11-20T10:00:00Z", false),
                event(2, "appears", "error", "2026-11-20T10:00:01Z", false));
        given().get("/api/devices/{id}/events/active", device).then().body("code", contains(2, 1));

        post(event(1, "disappears", null, "2026-11-20T10:00:02Z", false));

        given().get("/api/devices/{id}/events/active", device).then().body("code", contains(2));
        given().queryParam("device", device).queryParam("active", "true").get("/api/events").then()
                .body("code", contains(2));
        given().queryParam("device", device).queryParam("type", "error").get("/api/events").then()
                .body("code", contains(2));
        given().queryParam("device", device).queryParam("code", "0x1").get("/api/events").then().body("", hasSize(2));
        given().queryParam("device", device).queryParam("from", "2026-11-20T10:00:01Z")
                .queryParam("to", "2026-11-20T10:00:02Z").get("/api/events").then().body("code", contains(2));
    }

    @Test
    void anEventThatIsDeliveredAgainIsStoredOnce() {
        String timed = event(1, "appears", "warning", "2026-11-20T10:00:00Z", false);
        post(timed, event(1, "disappears", null, "2026-11-20T10:00:05Z", false));
        post(timed).body("results.status", contains("known"));

        given().queryParam("device", device).get("/api/events").then().body("", hasSize(2)).body("active",
                contains(false, false));
    }

    @Test
    void anEventOfAClockAheadIsMarked() {
        post(untimed(5, false).replace("\"duplicate\"", "\"clock_ahead_ms\":7200000,\"duplicate\""), untimed(6, false))
                .body("results.status", contains("stored", "stored"));

        given().queryParam("device", device).get("/api/events").then()
                .body("clock_ahead_ms", contains(nullValue(), equalTo(7_200_000)));
    }

    @Test
    void withoutATimeTheBrokersWordDecides() {
        post(untimed(5, false)).body("results.status", contains("stored"));
        post(untimed(5, true)).body("results.status", contains("known"));
        post(untimed(5, false)).body("results.status", contains("stored"));
    }

    @Test
    void whatIsWrongIsSaid() {
        given().queryParam("code", "x").get("/api/events").then().statusCode(400).body("code",
                equalTo("invalid-parameter"));
        given().queryParam("from", "yesterday").get("/api/events").then().statusCode(400);
        given().get("/api/devices/{id}/events", device).then().statusCode(404).body("code", equalTo("unknown-device"));
        given().contentType(ContentType.JSON).body("{\"events\":[]}").post("/api/events/batch").then().statusCode(400);
        given().contentType(ContentType.JSON)
                .body("{\"events\":[" + event(1, "appears", null, "2026-11-20T10:00:00Z", false).replace(device, "a b")
                        + "]}")
                .post("/api/events/batch").then().statusCode(400);
    }

    @Test
    void oldEventsAreForgottenAndActiveOnesAreKept() {
        register(LEVEL_SENSOR + 3);
        Instant old = Instant.now().minus(Duration.ofDays(400));
        post(event(1, "singleshot", null, "2025-01-01T00:00:00Z", false).replace("RECEIVED", old.toString()),
                event(2, "appears", null, "2025-01-01T00:00:00Z", false).replace("RECEIVED", old.toString()));

        repository.prune(Instant.now().minus(Duration.ofDays(365)));

        given().get("/api/devices/{id}/events", device).then().body("code", contains(2));
    }

    @Test
    void viewersSeeEventsAsTheyCome() throws Exception {
        ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        HttpClient.newHttpClient().sendAsync(
                HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port
                        + "/api/events/stream?device=" + device)).build(),
                HttpResponse.BodyHandlers.ofLines()).thenAccept(response -> response.body().forEach(lines::add));

        await().atMost(LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> {
            post(event(16384, "singleshot", null, Instant.now().toString(), false));
            return lines.stream().anyMatch(line -> line.startsWith("data:") && line.contains("\"code\":16384")
                    && line.contains("\"name\":"));
        });
        assertThat(lines).noneMatch(line -> line.contains("\"device_id\":\"") && !line.contains(device));
    }

    private void register(int deviceId) {
        given().contentType(ContentType.JSON).body("{\"device_id\":\"" + device
                + "\",\"iolink\":{\"vendor_id\":65535,\"device_id\":" + deviceId + "}}")
                .post("/api/devices/register").then().statusCode(201);
    }

    private String event(int code, String mode, String type, String time, boolean duplicate) {
        return "{\"device_id\":\"" + device + "\",\"code\":" + code + ",\"mode\":\"" + mode.toUpperCase(Locale.ROOT)
                + "\","
                + (type == null ? "" : "\"type\":\"" + type.toUpperCase(Locale.ROOT) + "\",") + "\"timestamp\":\""
                + time
                + "\",\"from_device\":true,\"received_at\":\"RECEIVED\",\"duplicate\":" + duplicate + "}";
    }

    private String untimed(int code, boolean duplicate) {
        return event(code, "singleshot", null, Instant.now().toString(), duplicate).replace("\"from_device\":true",
                "\"from_device\":false");
    }

    private static ValidatableResponse post(String... events) {
        String body = "{\"events\":[" + String.join(",", List.of(events)).replace("RECEIVED", Instant.now().toString())
                + "]}";
        return given().contentType(ContentType.JSON).body(body).post("/api/events/batch").then().statusCode(200);
    }
}
