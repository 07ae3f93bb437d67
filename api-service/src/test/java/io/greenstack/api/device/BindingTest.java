package io.greenstack.api.device;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.core.layout.DeviceLayout;
import io.greenstack.core.layout.DeviceLayoutJson;
import io.greenstack.platform.redis.RedisKeys;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@ApiTest
class BindingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    RedisDataSource redis;

    private static ValidatableResponse register(String id, int deviceId) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("device_id", id, "iolink", Map.of("vendor_id", 65535, "device_id", deviceId)))
                .post("/api/devices/register").then();
    }

    private DeviceLayout layout(String id) throws IOException {
        byte[] document = redis.value(byte[].class).get(RedisKeys.layout(id));
        return document == null ? null : DeviceLayoutJson.read(document);
    }

    @Test
    void theDescriptionMayComeAfterTheDevice() {
        register("late-1", 3001).statusCode(201).body("binding.state", equalTo("description_missing"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(layout("late-1")).isNotNull().returns(false, DeviceLayout::bound));
        int id = Samples.imported(Samples.conditional(3001));
        given().get("/api/devices/late-1").then().body("binding.state", equalTo("bound"))
                .body("binding.description_id", equalTo(id)).body("binding.mode", equalTo("automatic"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(layout("late-1")).returns(true, DeviceLayout::bound));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                redis.hash(String.class).hgetall(RedisKeys.info("late-1"))).containsEntry("description_id", "" + id)
                .containsEntry("vendor_id", "65535"));
        given().get("/api/devices?description_id=" + id).then().body("device_id", hasItem("late-1"));
    }

    @Test
    void theNewestReleaseIsBound() {
        Samples.imported(Samples.simple(3011));
        String newer = new String(Samples.simple(3011), java.nio.charset.StandardCharsets.UTF_8)
                .replace("releaseDate=\"2026-11-23\"", "releaseDate=\"2027-01-01\"");
        int newest = Samples.imported(newer.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        register("newest-1", 3011).statusCode(201).body("binding.description_id", equalTo(newest));
    }

    @Test
    void conditionParametersReachTheEdge() {
        Samples.imported(Samples.conditional(3021));
        register("cond-1", 3021).statusCode(201);
        given().contentType(ContentType.JSON).body(Map.of("parameters", Map.of("V_Unit", 1, "V_Settings/1", 0)))
                .put("/api/devices/cond-1/binding").then().statusCode(200)
                .body("binding.parameters", hasEntry("V_Unit", 1));
        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(layout("cond-1").parameters()).containsEntry("V_Unit", 1L)
                        .containsEntry("V_Settings/1", 0L));
        given().contentType(ContentType.JSON).body(Map.of("parameters", Map.of("V_Typo", 1)))
                .put("/api/devices/cond-1/binding").then().statusCode(400).body("code", equalTo("invalid-parameter"));
    }

    @Test
    void aPinnedDescriptionStaysAndCanBeReleased() {
        int first = Samples.imported(Samples.simple(3031));
        int other = Samples.imported(Samples.conditional(3032));
        register("pin-1", 3031).body("binding.description_id", equalTo(first));
        given().contentType(ContentType.JSON).body(Map.of("description_id", other)).put("/api/devices/pin-1/binding")
                .then()
                .statusCode(200).body("binding.mode", equalTo("pinned")).body("binding.description_id", equalTo(other));
        register("pin-1", 3031).statusCode(200).body("binding.description_id", equalTo(other));
        given().contentType(ContentType.JSON).body(Map.of("mode", "automatic")).put("/api/devices/pin-1/binding").then()
                .body("binding.description_id", equalTo(first));
        given().contentType(ContentType.JSON).body(Map.of("description_id", 987654)).put("/api/devices/pin-1/binding")
                .then()
                .statusCode(404).body("code", equalTo("unknown-description"));
    }

    @Test
    void deletingADescriptionUnbindsItsDevices() {
        int id = Samples.imported(Samples.simple(3041));
        register("gone-1", 3041).body("binding.state", equalTo("bound"));
        given().delete("/api/iodd/" + id).then().statusCode(200);
        given().get("/api/devices/gone-1").then().body("binding.state", equalTo("description_missing"))
                .body("binding.description_id", nullValue());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(layout("gone-1")).returns(false, DeviceLayout::bound));
    }

    @Test
    void aDeletedDeviceLeavesRedis() {
        register("leaves-1", 3051).statusCode(201);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(layout("leaves-1")).isNotNull());
        given().delete("/api/devices/leaves-1").then().statusCode(204);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(layout("leaves-1")).isNull());
        given().get("/api/devices/leaves-1").then().statusCode(404);
        given().delete("/api/devices/leaves-1").then().statusCode(404);
    }

    @Test
    void aDeviceCanBeNamed() {
        register("name-1", 3061).statusCode(201);
        given().contentType(ContentType.JSON).body(Map.of("name", "Tank 4")).patch("/api/devices/name-1").then()
                .statusCode(200).body("name", equalTo("Tank 4"));
        given().contentType(ContentType.JSON).body(Map.of("name", "x".repeat(300))).patch("/api/devices/name-1").then()
                .statusCode(400).body("code", equalTo("validation-failed"));
    }

    @Test
    void badRegistrationsAreRefused() {
        for (String body : new String[]{"{}", "[]", "{\"device_id\":\"no/slash\"}", "{\"device_id\":7}",
                "{\"device_id\":\"a\",\"iolink\":5}", "{\"device_id\":\"a\",\"iolink\":{\"vendor_id\":-1}}",
                "{\"device_id\":\"a\",\"iolink\":{\"vendor_id\":70000}}",
                "{\"device_id\":\"a\",\"parameters\":{\"x\":1.5}}",
                "{\"device_id\":\"a\",\"name\":{}}", "{\"device_id\":\"a\\u0000\"}"}) {
            given().contentType(ContentType.JSON).body(body).post("/api/devices/register").then().statusCode(400)
                    .contentType("application/problem+json");
        }
        given().get("/api/devices/a").then().statusCode(404);
    }
}
