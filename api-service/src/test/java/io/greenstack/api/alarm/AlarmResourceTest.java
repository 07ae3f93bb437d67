package io.greenstack.api.alarm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Alarms of events, and what people do with them. */
@ApiTest
class AlarmResourceTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int OVERTEMPERATURE = 0x4000;

    @Inject
    AlarmWriter writer;

    private final String device = "al-" + UUID.randomUUID();
    private final Instant start = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.SECONDS);

    @Test
    void whatAppearsIsAnAlarmUntilItDisappears() {
        events(event(OVERTEMPERATURE, "appears", "error", 0));
        alarms().body("", hasSize(1)).body("[0].state", equalTo("active")).body("[0].standing", equalTo(true))
                .body("[0].kind", equalTo("event")).body("[0].priority", equalTo("high"))
                .body("[0].alarm", equalTo("event:16384")).body("[0].code_hex", equalTo("0x4000"))
                .body("[0].message", containsString("(0x4000)")).body("[0].raises", equalTo(1))
                .body("[0].raised_at", equalTo(start.toString())).body("[0].acknowledged_at", nullValue());

        events(event(OVERTEMPERATURE, "disappears", null, 30));

        alarms().body("", hasSize(1)).body("[0].state", equalTo("cleared")).body("[0].standing", equalTo(false))
                .body("[0].cleared_at", equalTo(start.plusSeconds(30).toString()));
        acknowledge(id(0), "looked at it").body("state", equalTo("closed"));
    }

    @Test
    void oneThatIsAcknowledgedFirstIsClosedWhenItGoes() {
        events(event(1, "appears", "warning", 0));
        acknowledge(id(0), "on it").body("state", equalTo("acknowledged")).body("comment", equalTo("on it"))
                .body("priority", equalTo("medium")).body("acknowledged_by", equalTo("local"));
        acknowledge(id(0), "me too").body("comment", equalTo("on it"));

        events(event(1, "disappears", null, 30));

        alarms().body("[0].state", equalTo("closed"));
        given().get("/api/alarms/{id}", id(0)).then().statusCode(200).body("alarm.state", equalTo("closed"))
                .body("history.action", contains("raised", "acknowledged", "cleared"))
                .body("history.who", contains("system", "local", "system"))
                .body("history.comment[1]", equalTo("on it"));
    }

    @Test
    void anEventThatComesAgainIsTheSameAlarm() {
        String first = event(1, "appears", "warning", 0);
        events(first);
        events(first);
        events(event(1, "appears", "warning", 10));
        alarms().body("", hasSize(1)).body("[0].raises", equalTo(1));

        events(event(1, "disappears", null, 20), event(1, "disappears", null, 21));
        events(first);

        alarms().body("", hasSize(1)).body("[0].state", equalTo("cleared"));
        given().get("/api/alarms/{id}", id(0)).then().body("history.action", contains("raised", "cleared"));
    }

    @Test
    void oneThatFlapsIsOneAlarm() {
        for (int i = 0; i < 10; i++) {
            events(event(1, "appears", "warning", 4 * i), event(1, "disappears", null, 4 * i + 2));
        }
        alarms().body("", hasSize(1)).body("[0].raises", equalTo(10)).body("[0].state", equalTo("cleared"));

        events(event(1, "appears", "warning", 100));

        alarms().body("", hasSize(2)).body("state", contains("active", "cleared"));
    }

    @Test
    void whatHappensOnceOnlyHasToBeAcknowledged() {
        events(event(1, "singleshot", "error", 0), event(2, "singleshot", "notification", 0),
                event(3, "singleshot", null, 0), event(4, "appears", null, 0), event(5, "appears", "notification", 0));

        alarms().body("alarm", contains("event:4", "event:1")).body("state", contains("active", "cleared"));
        given().get("/api/alarms/{id}", id(1)).then().body("history.action", contains("raised", "cleared"));
    }

    @Test
    void nobodyHearsOfWhatIsShelved() {
        events(event(1, "appears", "error", 0));
        int alarm = id(0);
        given().contentType(ContentType.JSON).body(Map.of("duration", "8h", "comment", "valve is ordered"))
                .post("/api/alarms/{id}/shelve", alarm).then().statusCode(200).body("state", equalTo("shelved"))
                .body("standing", equalTo(true)).body("shelved_by", equalTo("local"));

        events(event(1, "disappears", null, 30), event(1, "appears", "error", 300));

        alarms().body("state", contains("shelved", "shelved"));
        given().queryParam("device", device).queryParam("state", "active").get("/api/alarms").then().body("",
                hasSize(0));
        given().queryParam("device", device).queryParam("state", "shelved").get("/api/alarms").then().body("",
                hasSize(2));
        given().contentType(ContentType.JSON).post("/api/alarms/{id}/unshelve", alarm).then().statusCode(200)
                .body("state", equalTo("cleared"));
        given().contentType(ContentType.JSON).body("{}").post("/api/alarms/{id}/unshelve", alarm).then()
                .statusCode(200);
        alarms().body("state", contains("active", "cleared")).body("[1].comment", equalTo("valve is ordered"));
        given().get("/api/alarms/{id}", alarm).then().body("history.action",
                contains("raised", "shelved", "cleared", "unshelved"));
    }

    @Test
    void someAreAcknowledgedAtOnce() {
        events(event(1, "appears", "error", 0), event(2, "appears", "error", 1), event(3, "appears", "error", 2));
        given().contentType(ContentType.JSON).body(Map.of("ids", List.of(id(0), id(2), 999_999_999), "comment", "all"))
                .post("/api/alarms/acknowledge").then().statusCode(200).body("", hasSize(2)).body("state",
                        contains("acknowledged", "acknowledged"));

        alarms().body("state", contains("acknowledged", "active", "acknowledged"));
    }

    @Test
    void peopleSaySomethingAboutAnAlarm() {
        events(event(1, "appears", "error", 0));
        given().contentType(ContentType.JSON).body(Map.of("comment", "the fan is loud"))
                .post("/api/alarms/{id}/comments", id(0)).then().statusCode(200)
                .body("comment", equalTo("the fan is loud")).body("state", equalTo("active"));
        given().contentType(ContentType.JSON).body(Map.of("comment", " ")).post("/api/alarms/{id}/comments", id(0))
                .then().statusCode(400);
    }

    @Test
    void alarmsAreFoundByWhatTheyAre() {
        given().contentType(ContentType.JSON).body("{\"device_id\":\"" + device + "\",\"name\":\"Press 7\"}")
                .post("/api/devices/register").then().statusCode(201);
        given().contentType(ContentType.JSON).body("{\"labels\":{\"line\":\"" + device + "\"}}")
                .patch("/api/devices/{id}", device).then().statusCode(200);
        events(event(1, "appears", "warning", 0), event(2, "appears", "error", 10),
                event(1, "disappears", null, 20));

        alarms().body("device_name", contains("Press 7", "Press 7")).body("code", contains(2, 1));
        found("state=cleared").body("code", contains(1));
        found("priority=high").body("code", contains(2));
        found("priority=urgent").body("", hasSize(0));
        found("kind=event").body("", hasSize(2));
        found("kind=range").body("", hasSize(0));
        found("open=true").body("", hasSize(2));
        found("open=false").body("", hasSize(0));
        found("rule=17").body("", hasSize(0));
        found("q=PRESS").body("", hasSize(2));
        found("q=0x0002").body("code", contains(2));
        found("from=" + start.plusSeconds(10)).body("code", contains(2));
        found("to=" + start.plusSeconds(10)).body("code", contains(1));
        found("sort=priority").body("code", contains(1, 2));
        found("label=line").body("", hasSize(2));
        found("label=line=other").body("", hasSize(0));
        given().queryParam("label", "line=" + device).get("/api/alarms").then().body("", hasSize(2));
        given().queryParam("device", device).queryParam("size", 1).get("/api/alarms").then()
                .header("X-Total-Count", "2").body("", hasSize(1));
    }

    @Test
    void theSummaryCountsWhatIsOpen() {
        events(event(1, "appears", "error", 0));
        given().get("/api/alarms/summary").then().statusCode(200).body("active.all", greaterThanOrEqualTo(1))
                .body("active.high", greaterThanOrEqualTo(1)).body("shelved.all", greaterThanOrEqualTo(0));
    }

    @Test
    void alarmsAreTakenAlongAsATable() {
        events(event(1, "appears", "error", 0));
        String csv = given().queryParam("device", device).get("/api/alarms/export").then().statusCode(200)
                .contentType(containsString("text/csv")).extract().asString();
        assertThat(csv.lines().toList()).hasSize(2).first().asString().startsWith("id,device_id,device_name,alarm");
        assertThat(csv).contains(device).contains("event:1,event,high,active");
        given().queryParam("device", device).queryParam("format", "json").get("/api/alarms/export").then()
                .body("[0].state", equalTo("active"));
    }

    @Test
    void theAlarmsOfADeviceThatIsDeletedAreCleared() {
        given().contentType(ContentType.JSON).body("{\"device_id\":\"" + device + "\"}").post("/api/devices/register")
                .then().statusCode(201);
        events(event(1, "appears", "error", 0));

        given().delete("/api/devices/{id}", device).then().statusCode(204);

        alarms().body("[0].state", equalTo("cleared"));
        given().get("/api/alarms/{id}", id(0)).then().body("history[1].comment",
                equalTo("The device was deleted."));
    }

    @Test
    void whatWentLongAgoIsForgotten() {
        events(event(1, "appears", "error", 0), event(1, "disappears", null, 1), event(2, "appears", "error", 0));

        writer.prune(start.minusSeconds(60), Instant.now());
        alarms().body("", hasSize(2));
        writer.prune(start.plusSeconds(60), Instant.now());

        alarms().body("code", contains(2));
    }

    @Test
    void viewersSeeAlarmsAsTheyChange() {
        ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        HttpClient.newHttpClient().sendAsync(
                HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port
                        + "/api/alarms/stream?device=" + device)).build(),
                HttpResponse.BodyHandlers.ofLines()).thenAccept(response -> response.body().forEach(lines::add));

        int[] code = new int[1];
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> {
            events(event(++code[0], "appears", "error", 0));
            return lines.stream().anyMatch(line -> line.startsWith("data:") && line.contains("\"state\":\"active\""));
        });
        acknowledge(id(0), null);
        await().atMost(LIMIT).until(() -> lines.stream()
                .anyMatch(line -> line.startsWith("data:") && line.contains("\"state\":\"acknowledged\"")));
        assertThat(lines).filteredOn(line -> line.startsWith("data:")).allMatch(line -> line.contains(device));
    }

    @Test
    void whatIsWrongIsSaid() {
        given().get("/api/alarms/999999999").then().statusCode(404).body("code", equalTo("unknown-alarm"));
        given().queryParam("state", "gone").get("/api/alarms").then().statusCode(400);
        given().queryParam("sort", "mood").get("/api/alarms").then().statusCode(400);
        given().contentType(ContentType.JSON).body("{\"ids\":[]}").post("/api/alarms/acknowledge").then()
                .statusCode(400);
        events(event(1, "appears", "error", 0), event(1, "disappears", null, 1));
        for (String wrong : List.of("{}", "{\"duration\":\"10s\"}", "{\"duration\":\"200h\"}",
                "{\"duration\":\"long\"}", "{\"duration\":\"1h\",\"comment\":\"" + "x".repeat(1001) + "\"}")) {
            given().contentType(ContentType.JSON).body(wrong).post("/api/alarms/{id}/shelve", id(0)).then()
                    .statusCode(400);
        }
        acknowledge(id(0), null);
        given().contentType(ContentType.JSON).body("{\"duration\":\"1h\"}").post("/api/alarms/{id}/shelve", id(0))
                .then().statusCode(409).body("code", equalTo("alarm-closed"));
    }

    private ValidatableResponse alarms() {
        return given().queryParam("device", device).get("/api/alarms").then().statusCode(200);
    }

    private ValidatableResponse found(String query) {
        return given().get("/api/alarms?device=" + device + "&" + query).then().statusCode(200);
    }

    private int id(int place) {
        return alarms().extract().path("[" + place + "].id");
    }

    private static ValidatableResponse acknowledge(int id, String comment) {
        return given().contentType(ContentType.JSON)
                .body(comment == null ? "{}" : "{\"comment\":\"" + comment + "\"}")
                .post("/api/alarms/{id}/acknowledge", id).then().statusCode(200);
    }

    private String event(int code, String mode, String type, int second) {
        return "{\"device_id\":\"" + device + "\",\"code\":" + code + ",\"mode\":\"" + mode + "\","
                + (type == null ? "" : "\"type\":\"" + type + "\",") + "\"timestamp\":\"" + start.plusSeconds(second)
                + "\",\"from_device\":true,\"received_at\":\"" + Instant.now() + "\",\"duplicate\":false}";
    }

    private static void events(String... events) {
        given().contentType(ContentType.JSON).body("{\"events\":[" + String.join(",", events) + "]}")
                .post("/api/events/batch").then().statusCode(200);
    }
}
