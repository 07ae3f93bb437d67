package io.greenstack.api.telemetry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

@ApiTest
class DeviceMetricsResourceTest {

    @Inject
    RedisPipeline redis;

    @Test
    void newestValuesAndActiveEventsAreMetrics() {
        given().contentType("application/json").body(Map.of("device_id", "metric-1")).post("/api/devices/register")
                .then()
                .statusCode(201);
        given().contentType("application/json")
                .body("{\"events\":[{\"device_id\":\"metric-1\",\"code\":36352,\"mode\":\"appears\",\"type\":\"warning\",\"timestamp\":\""
                        + Instant.now() + "\",\"received_at\":\"" + Instant.now() + "\",\"from_device\":true}]}")
                .post("/api/events/batch").then().statusCode(200);
        String latest = "{\"device_id\":\"metric-1\",\"timestamp\":\"2026-11-30T08:00:00Z\",\"received_at\":\""
                + Instant.now()
                + "\",\"values\":{\"temp\":{\"value\":21.5,\"unit\":\"°C\"},\"on\":{\"value\":true},\"text\":{\"value\":\"x\"},\"a\\\"b\":{\"value\":1}}}";
        redis.batch(java.util.List.of(Request.cmd(Command.SET).arg(RedisKeys.latest("metric-1")).arg(latest))).await()
                .indefinitely();

        String text = given().get("/api/telemetry/metrics").then().statusCode(200).contentType("text/plain").extract()
                .asString();
        String labels = "device_id=\"metric-1\",description_id=\"\"";
        assertThat(text.lines()).contains(
                "greenstack_device_value{" + labels + ",parameter=\"temp\",unit=\"°C\"} 21.5",
                "greenstack_device_value{" + labels + ",parameter=\"on\",unit=\"\"} 1",
                "greenstack_device_value{" + labels + ",parameter=\"a\\\"b\",unit=\"\"} 1",
                "greenstack_device_event_active{" + labels + ",code=\"36352\",type=\"warning\"} 1");
        assertThat(text).contains("greenstack_device_value_age_seconds{" + labels + "} ")
                .doesNotContain("parameter=\"text\"");
    }
}
