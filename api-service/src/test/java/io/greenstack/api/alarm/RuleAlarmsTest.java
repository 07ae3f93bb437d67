package io.greenstack.api.alarm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.core.alarm.AlarmState;
import io.greenstack.platform.redis.RedisPipeline;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Rules on their way to the bridges, and what the bridges note on its way back. */
@ApiTest
class RuleAlarmsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String HOT = "{\"parameter\":\"temperature\",\"high\":80}";

    @Inject
    RedisPipeline redis;

    private final String device = "ra-" + UUID.randomUUID();
    private String rule;

    @BeforeEach
    void register() {
        given().contentType(ContentType.JSON).body("{\"device_id\":\"" + device + "\"}").post("/api/devices/register")
                .then().statusCode(201);
    }

    @AfterEach
    void delete() {
        if (rule != null) {
            given().delete("/api/alarm-rules/{id}", rule);
        }
    }

    @Test
    void aRuleIsInRedisForTheDevicesItHoldsFor() {
        make("{\"type\":\"device\",\"device_id\":\"" + device + "\"}", HOT);
        await().atMost(LIMIT).until(() -> published() != null);
        assertThat(published()).isEqualTo("{\"rules\":[{\"id\":" + rule
                + ",\"kind\":\"range\",\"parameter\":\"temperature\",\"high\":80.0,\"off_delay\":5000}]}");

        put("{\"type\":\"device\",\"device_id\":\"" + device + "\"}", true,
                "{\"parameter\":\"temperature\",\"high\":90}");
        await().atMost(LIMIT).until(() -> published().contains("90.0"));
        put("{\"type\":\"device\",\"device_id\":\"" + device + "\"}", false, HOT);
        await().atMost(LIMIT).until(() -> published() == null);
    }

    @Test
    void aLabelDecidesForWhichDevicesItHolds() {
        make("{\"type\":\"label\",\"label\":\"line=" + device + "\"}", HOT);
        label("{\"line\":\"other\"}");
        label("{\"line\":\"" + device + "\"}");
        await().atMost(LIMIT).until(() -> published() != null);
        label("{\"line\":null}");
        await().atMost(LIMIT).until(() -> published() == null);

        put("{\"type\":\"label\",\"label\":\"" + device + "\"}", true, HOT);
        label("{\"" + device + "\":\"\"}");
        await().atMost(LIMIT).until(() -> published() != null);

        given().delete("/api/devices/{id}", device).then().statusCode(204);
        await().atMost(LIMIT).until(() -> published() == null);
    }

    @Test
    void whatABridgeNotedIsStoredOnce() {
        make("{\"type\":\"device\",\"device_id\":\"" + device + "\"}", HOT);
        Instant at = Instant.parse("2026-11-30T10:00:00Z");
        note("raised", 1000, at, "83.25");
        note("raised", 1000, at, "83.25");
        stored();
        alarms().body("", hasSize(1)).body("[0].state", equalTo("active")).body("[0].kind", equalTo("range"))
                .body("[0].alarm", equalTo("rule:" + rule + ":temperature")).body("[0].rule_id", equalTo(number()))
                .body("[0].rule_name", equalTo("hot")).body("[0].priority", equalTo("urgent"))
                .body("[0].parameter", equalTo("temperature")).body("[0].value", equalTo(83.25f))
                .body("[0].detail", equalTo("°C")).body("[0].raised_at", equalTo("2026-11-30T10:00:00Z"))
                .body("[0].message", equalTo("temperature is 83.25 °C, above 80"));
        given().get("/api/alarm-rules/{id}", rule).then().body("standing", equalTo(1));

        note("cleared", 1000, at.plusSeconds(60), "");
        note("cleared", 1000, at.plusSeconds(60), "");
        note("raised", 1000, at, "83.25");
        note("raised", 2000, at.plusSeconds(120), "84");
        note("cleared", 1000, at.plusSeconds(180), "");
        stored();

        alarms().body("state", contains("active", "cleared"));
        given().queryParam("rule", rule).get("/api/alarms").then().body("", hasSize(2));
    }

    @Test
    void theAlarmsOfARuleThatIsGoneAreCleared() {
        make("{\"type\":\"device\",\"device_id\":\"" + device + "\"}", HOT);
        await().atMost(LIMIT).until(() -> published() != null);
        send(Command.HSET, "alarm:state:" + device, rule + ":temperature", AlarmState.active(1, 2).write());
        note("raised", 1000, Instant.now(), "81");
        stored();

        put("{\"type\":\"device\",\"device_id\":\"nobody\"}", true, HOT);

        await().atMost(LIMIT).untilAsserted(() -> alarms().body("[0].state", equalTo("cleared")));
        await().atMost(LIMIT).until(() -> send(Command.EXISTS, "alarm:state:" + device).toLong() == 0);

        given().delete("/api/alarm-rules/{id}", rule).then().statusCode(204);
        send(Command.HSET, "alarm:state:" + device, rule + ":temperature", AlarmState.active(1, 2).write());
        note("raised", 2000, Instant.now(), "81");
        stored();
        alarms().body("", hasSize(1));
        assertThat(send(Command.EXISTS, "alarm:state:" + device).toLong()).isZero();
    }

    @Test
    void anEntryThatIsNoneIsLeftOut() {
        make("{\"type\":\"device\",\"device_id\":\"" + device + "\"}", HOT);
        send(Command.XADD, "alarm:changes", "*", "mood", "bad");
        send(Command.XADD, "alarm:changes", "*", "device", device, "rule", "x", "occurrence", "1", "at", "1");
        note("raised", 1000, Instant.now(), "81");
        stored();

        alarms().body("", hasSize(1));
    }

    @Test
    void whatRedisLostIsWrittenAnew() {
        make("{\"type\":\"device\",\"device_id\":\"" + device + "\"}", HOT);
        note("raised", 1000, Instant.parse("2026-11-30T10:00:00Z"), "81");
        stored();
        await().atMost(LIMIT).until(() -> published() != null);

        send(Command.DEL, "alarm:rules", "alarm:rules:version", "alarm:state:" + device, "alarm:due");

        await().atMost(LIMIT).until(() -> send(Command.EXISTS, "alarm:rules:version").toLong() == 1);
        assertThat(published()).contains("\"id\":" + rule);
        assertThat(AlarmState.read(send(Command.HGET, "alarm:state:" + device, rule + ":temperature").toString()))
                .isEqualTo(AlarmState.active(Instant.parse("2026-11-30T10:00:00Z").toEpochMilli(), 1000));
        assertThat(send(Command.ZSCORE, "alarm:due", device)).isNotNull();
    }

    private void make(String scope, String condition) {
        rule = given().contentType(ContentType.JSON).body(body(scope, true, condition)).post("/api/alarm-rules").then()
                .statusCode(201).extract().path("id").toString();
    }

    private void put(String scope, boolean enabled, String condition) {
        given().contentType(ContentType.JSON).body(body(scope, enabled, condition)).put("/api/alarm-rules/{id}", rule)
                .then().statusCode(200);
    }

    private static String body(String scope, boolean enabled, String condition) {
        return "{\"name\":\"hot\",\"kind\":\"range\",\"priority\":\"urgent\",\"enabled\":" + enabled + ",\"scope\":"
                + scope + ",\"condition\":" + condition + "}";
    }

    private int number() {
        return Integer.parseInt(rule);
    }

    private void label(String labels) {
        given().contentType(ContentType.JSON).body("{\"labels\":" + labels + "}").patch("/api/devices/{id}", device)
                .then().statusCode(200);
    }

    private void note(String change, long occurrence, Instant at, String value) {
        send(Command.XADD, "alarm:changes", "*", "device", device, "rule", rule, "parameter", "temperature", "change",
                change, "occurrence", occurrence, "at", at.toEpochMilli(), "value", value, "detail", "°C");
    }

    private void stored() {
        await().atMost(LIMIT).until(() -> send(Command.XLEN, "alarm:changes").toLong() == 0);
    }

    private ValidatableResponse alarms() {
        return given().queryParam("device", device).get("/api/alarms").then().statusCode(200);
    }

    private String published() {
        Response document = send(Command.HGET, "alarm:rules", device);
        return document == null ? null : document.toString();
    }

    private Response send(Command command, Object... arguments) {
        Request request = Request.cmd(command);
        List.of(arguments).forEach(argument -> request.arg(argument.toString()));
        return redis.send(request).await().atMost(LIMIT);
    }
}
