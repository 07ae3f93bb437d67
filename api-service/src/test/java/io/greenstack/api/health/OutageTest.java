package io.greenstack.api.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.localstack.testing.ServerControlMBean;
import io.greenstack.localstack.testing.TestServers;
import io.greenstack.platform.redis.RedisKeys;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.http.ContentType;

/** What still works, and what is said, while a server is away. */
@ApiTest
class OutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    RedisDataSource redis;

    @AfterEach
    void everythingIsBack() {
        for (ServerControlMBean server : new ServerControlMBean[]{TestServers.postgres(), TestServers.redis(),
                TestServers.questDb()}) {
            if (!server.isRunning()) {
                server.start();
            }
        }
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/health").then().statusCode(200));
        for (String breaker : new String[]{"redis", "influx"}) {
            given().post("/api/breakers/" + breaker + "/reset").then().statusCode(oneOf(200, 404));
        }
    }

    private static void register(String id) {
        given().contentType(ContentType.JSON).body(Map.of("device_id", id)).post("/api/devices/register").then()
                .statusCode(oneOf(200, 201));
    }

    @Test
    void allIsWell() {
        given().get("/api/health").then().statusCode(200).body("status", equalTo("healthy"))
                .body("database", equalTo("connected")).body("checks.redis.status", equalTo("up"));
        given().get("/api/health/live").then().statusCode(200).body("status", equalTo("alive"));
        given().get("/api/health/ready").then().statusCode(200).body("status", equalTo("ready"));
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/started").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
        given().get("/api/breakers").then().statusCode(200).body("name", hasItems("redis", "influx"));
    }

    @Test
    void withoutRedisDevicesRegisterAndTheirLayoutFollows() {
        TestServers.redis().stop();
        register("outage-1");
        given().get("/api/devices/outage-1/telemetry/latest").then().statusCode(503)
                .contentType("application/problem+json")
                .body("code", oneOf("live-data-unavailable", "dependency-unavailable"));
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/health/ready").then().statusCode(200)
                .body("status", equalTo("degraded")).body("checks.redis.status", equalTo("down")));
        given().get("/q/health/ready").then().statusCode(200);
        TestServers.redis().start();
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(
                () -> assertThat(redis.key().exists(RedisKeys.layout("outage-1"))).isTrue());
    }

    @Test
    void layoutsAreWrittenAnewWhenRedisForgot() {
        register("outage-2");
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(
                () -> assertThat(redis.key().exists(RedisKeys.layout("outage-2"), RedisKeys.LAYOUTS_READY))
                        .isEqualTo(2));
        redis.key().del(RedisKeys.layout("outage-2"), RedisKeys.LAYOUTS_READY);
        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(redis.key().exists(RedisKeys.layout("outage-2"), RedisKeys.LAYOUTS_READY))
                        .isEqualTo(2));
    }

    @Test
    void withoutTheStoreOnlyHistoryIsAway() {
        register("outage-3");
        TestServers.questDb().stop();
        given().get("/api/devices/outage-3/telemetry/history").then().statusCode(503)
                .contentType("application/problem+json").body("code", equalTo("telemetry-store-unavailable"));
        given().get("/api/devices/outage-3/telemetry/latest").then().statusCode(200);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (int i = 3; i > 0; i--) {
            redis.execute("XADD", RedisKeys.history("outage-3"), "*", "json", "{\"values\":{\"level\":{\"value\":" + i
                    + ",\"unit\":\"mm\",\"timestamp\":\"" + now.minusSeconds(i) + "\"},\"name\":{\"value\":\"text\","
                    + "\"timestamp\":\"" + now + "\"}}}");
        }
        given().get("/api/devices/outage-3/telemetry/history").then().statusCode(200).body("source", equalTo("redis"))
                .body("series", hasSize(1)).body("series[0].unit", equalTo("mm"))
                .body("series[0].points.value", contains(3f, 2f, 1f));
        given().get("/api/devices/outage-3/telemetry/history?function=min").then().statusCode(200)
                .body("source", equalTo("redis")).body("series[0].points.value", contains(1f));
    }

    @Test
    void withoutTheDatabaseTheServiceTakesNoTraffic() {
        TestServers.postgres().stop();
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503)
                .body("checks.name", hasItem("dependencies")));
        given().get("/api/health/ready").then().statusCode(503).body("status", equalTo("not_ready"));
        given().get("/api/health/live").then().statusCode(200);
        given().get("/api/devices").then().statusCode(503).contentType("application/problem+json")
                .body("code", equalTo("database-unavailable"));
        TestServers.postgres().start();
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/devices").then().statusCode(200));
    }
}
