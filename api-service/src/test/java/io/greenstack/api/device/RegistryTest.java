package io.greenstack.api.device;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

@ApiTest
class RegistryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    RedisDataSource redis;

    private static RequestSpecification json(Object body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    private void heard(String id, String state, Instant since, Instant seen) {
        redis.hash(String.class).hset("device:shadow:" + id, Map.of("connection_state", state, "connection_since",
                since.toString(), "last_seen", seen.toString()));
        redis.sortedSet(String.class).zadd("device:activity", seen.toEpochMilli(), id);
    }

    @Test
    void aDeviceIsMadeChangedAndDeletedByHand() {
        json(Map.of("device_id", "hand-1", "name", "Press 7", "iolink", Map.of("vendor_id", 65535, "device_id", 4901),
                "labels", List.of("line=4", "critical"), "location", "Hall 2", "notes", "spare in cabinet", "rack",
                "B"))
                .post("/api/devices").then().statusCode(201).header("Location", containsString("/api/devices/hand-1"))
                .body("labels", equalTo(Map.of("line", "4", "critical", ""))).body("location", equalTo("Hall 2"))
                .body("notes", equalTo("spare in cabinet")).body("attributes.rack", equalTo("B"))
                .body("binding.state", equalTo("description_missing")).body("connection.state", equalTo("unknown"))
                .body("connection.last_seen", nullValue());
        json(Map.of("device_id", "hand-1")).post("/api/devices").then().statusCode(409)
                .body("code", equalTo("device-exists"));
        json("{\"labels\":{\"line\":\"5\",\"critical\":null},\"location\":\"\"}").patch("/api/devices/hand-1").then()
                .statusCode(200).body("labels", equalTo(Map.of("line", "5"))).body("location", nullValue())
                .body("notes", equalTo("spare in cabinet")).body("name", equalTo("Press 7"));
        json(Map.of("name", "Press 8")).put("/api/devices/hand-1").then().statusCode(200)
                .body("labels", equalTo(Map.of()))
                .body("notes", nullValue()).body("name", equalTo("Press 8"));
        json(Map.of("name", "x")).put("/api/devices/hand-none").then().statusCode(404);
        given().delete("/api/devices/hand-1").then().statusCode(204);
        given().get("/api/devices/hand-1").then().statusCode(404);
    }

    @Test
    void wrongLabelsAreRefusedByName() {
        json(Map.of("device_id", "hand-2")).post("/api/devices").then().statusCode(201);
        for (String labels : new String[]{"7", "\"a\"", "[1]", "{\"=\":\"x\"}", "{\"a\":{}}", "[\"\"]",
                "{\"a\":\"" + "x".repeat(129) + "\"}"}) {
            json("{\"labels\":" + labels + "}").patch("/api/devices/hand-2").then().statusCode(400)
                    .contentType("application/problem+json").body("errors[0].field", containsString("labels"));
        }
        json("{\"device_id\":\"hand-3\",\"location\":7}").post("/api/devices").then().statusCode(400)
                .body("errors[0].field", equalTo("location"));
    }

    @Test
    void theListIsFilteredByLabelLocationAndConnection() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        json(Map.of("device_id", "flt-1", "labels", Map.of("cell", "A", "hot", ""), "location", "Basement"))
                .post("/api/devices").then().statusCode(201);
        json(Map.of("device_id", "flt-2", "labels", Map.of("cell", "B"))).post("/api/devices").then().statusCode(201);
        json(Map.of("device_id", "flt-3")).post("/api/devices").then().statusCode(201);
        json(Map.of("device_id", "flt-4")).post("/api/devices").then().statusCode(201);
        given().get("/api/devices?label=cell&sort=-device_id").then().body("device_id", contains("flt-2", "flt-1"));
        given().get("/api/devices?label=cell=A&label=hot").then().body("device_id", contains("flt-1"));
        given().get("/api/devices?label=cell=C").then().statusCode(200).body("", hasSize(0));
        given().get("/api/devices?q=basem").then().body("device_id", contains("flt-1"));

        heard("flt-1", "connected", now.minusSeconds(500), now);
        heard("flt-2", "connected", now.minusSeconds(500), now.minusSeconds(300));
        heard("flt-3", "disconnected", now.minusSeconds(100), now.minusSeconds(101));
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/devices/flt-3").then()
                .body("connection.state", equalTo("disconnected"))
                .body("connection.since", equalTo(now.minusSeconds(100).toString())));
        given().get("/api/devices/flt-1").then().body("connection.state", equalTo("connected"))
                .body("connection.last_seen", equalTo(now.toString()))
                .body("connection.first_seen", equalTo(now.toString()));
        String[] states = {"connected", "silent", "disconnected", "unknown"};
        for (int i = 0; i < states.length; i++) {
            given().get("/api/devices?q=flt-&connection=" + states[i]).then()
                    .body("device_id", contains("flt-" + (i + 1)))
                    .body("connection.state", contains(states[i]));
        }
        given().get("/api/devices?q=flt-&sort=last_seen").then()
                .body("device_id", contains("flt-2", "flt-3", "flt-1", "flt-4"));
        given().get("/api/devices?connection=asleep").then().statusCode(400);
    }

    @Test
    void aPortInDigitalModeMissesNoDescription() {
        json(Map.of("device_id", "digital-1", "iolink", Map.of("vendor_id", 0, "device_id", 0), "port_mode", "digital"))
                .post("/api/devices/register").then().statusCode(201)
                .body("binding.state", equalTo("identity_missing")).body("attributes.port_mode", equalTo("digital"));
        given().get("/api/devices?state=DESCRIPTION_MISSING&q=digital-1").then().body("", hasSize(0));
    }

    @Test
    void theClockOfADeviceIsToldUntilItIsRight() {
        json(Map.of("device_id", "clock-1")).post("/api/devices").then().statusCode(201);
        clock("clock-1", "7200000");
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/devices/clock-1").then()
                .body("connection.clock_ahead_ms", equalTo(7_200_000)));
        given().get("/api/devices/clock-1/telemetry/latest").then().body("clock_ahead_ms", equalTo(7_200_000));

        clock("clock-1", "0");
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/devices/clock-1").then()
                .body("connection.clock_ahead_ms", nullValue()));
        given().get("/api/devices/clock-1/telemetry/latest").then().body("clock_ahead_ms", nullValue());
    }

    private void clock(String id, String aheadMs) {
        Instant now = Instant.now();
        redis.hash(String.class).hset("device:shadow:" + id, Map.of("last_seen", now.toString(), "clock_ahead_ms",
                aheadMs));
        redis.sortedSet(String.class).zadd("device:activity", now.toEpochMilli(), id);
    }

    @Test
    void connectionAndTimesSurviveTheLossOfRedis() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        json(Map.of("device_id", "lost-1")).post("/api/devices").then().statusCode(201);
        heard("lost-1", "disconnected", now.minusSeconds(50), now.minusSeconds(51));
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/devices/lost-1").then()
                .body("connection.state", equalTo("disconnected")));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(redis.sortedSet(String.class).zscore("device:activity",
                "lost-1")).isEmpty());
        redis.key().del("device:shadow:lost-1");
        given().get("/api/devices/lost-1").then().body("connection.state", equalTo("disconnected"));
        given().get("/api/devices/lost-1/telemetry/latest").then().statusCode(200)
                .body("connection_state", equalTo("disconnected")).body("stale", equalTo(true));
        redis.hash(String.class).hset("device:shadow:lost-1", Map.of("last_seen", now.toString()));
        redis.sortedSet(String.class).zadd("device:activity", now.toEpochMilli(), "lost-1");
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/devices/lost-1").then()
                .body("connection.last_seen", equalTo(now.toString()))
                .body("connection.first_seen", equalTo(now.minusSeconds(51).toString()))
                .body("connection.state", equalTo("connected")));
    }

    @Test
    void filesToGetAreListedUntilTheyAreImported() {
        for (int i = 1; i <= 3; i++) {
            json(Map.of("device_id", "want-" + i, "iolink", Map.of("vendor_id", 65535, "device_id", 4902, "product_id",
                    "TP" + i % 2))).post("/api/devices/register").then().statusCode(201);
        }
        String mine = "find { it.device_id == 4902 }";
        given().get("/api/devices/missing-descriptions?size=500").then().statusCode(200)
                .body(mine + ".kind", equalTo("IODD")).body(mine + ".vendor_id", equalTo(65535))
                .body(mine + ".devices", equalTo(3)).body(mine + ".product_ids", contains("TP0", "TP1"))
                .body(mine + ".examples", contains("want-1", "want-2", "want-3"));
        given().get("/api/devices?state=description_missing&q=want-").then().body("", hasSize(3));

        Samples.imported(Samples.simple(4902));

        given().get("/api/devices/missing-descriptions?size=500").then().body("device_id", not(hasItem(4902)));
        given().get("/api/devices?state=bound&q=want-").then().body("device_id",
                contains("want-1", "want-2", "want-3"));
    }
}
