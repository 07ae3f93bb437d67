package io.greenstack.bridge.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.localstack.testing.TestServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class HealthTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @AfterEach
    void startAgain() {
        TestServers.mqtt().start();
        await().atMost(LIMIT).until(() -> health() == 200);
    }

    @Test
    void saysWhatItDependsOn() {
        await().atMost(LIMIT).untilAsserted(
                () -> given().when().get("/health").then().statusCode(200).body("status", equalTo("healthy")));
        given().when().get("/health").then().statusCode(200).body("status", equalTo("healthy"))
                .body("version", matchesPattern("\\d+\\.\\d+.*"))
                .body("service", equalTo("mqtt-bridge")).body("mqtt_connected", equalTo(true))
                .body("redis_available", equalTo(true)).body("api_available", equalTo(true))
                .body("dependencies.name", hasItems("api", "mqtt", "mqtt-publish", "redis"))
                .body("breakers.name", hasItems("api", "redis"));
        given().when().get("/q/health/live").then().statusCode(200);
        given().when().get("/q/health/started").then().statusCode(200);
        given().when().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void isNotReadyWhileTheBrokerIsAway() {
        await().atMost(LIMIT).until(() -> health() == 200);
        TestServers.mqtt().stop();

        await().atMost(LIMIT).until(() -> health() == 503);
        given().when().get("/health").then().body("status", equalTo("unhealthy"))
                .body("mqtt_connected", equalTo(false));
        given().when().get("/q/health/ready").then().statusCode(503);
        given().when().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void metricsTellOfLanesLedgerBreakersAndDeadLetters() {
        String metrics = given().when().get("/q/metrics").then().statusCode(200).extract().asString();

        assertThat(metrics).contains("greenstack_mqtt_connected{lane=\"telemetry\"}",
                "greenstack_mqtt_connected{lane=\"control\"}", "greenstack_messages_total{outcome=\"written\"}",
                "greenstack_messages_in_flight", "greenstack_breaker_state{name=\"redis\"}",
                "greenstack_dead_letters_stored", "greenstack_dead_letters_oldest_age_seconds",
                "greenstack_live_view_waiting", "greenstack_layouts_cached");
    }

    @Test
    void breakersAreShownAndResetForTheApiServiceOnly() {
        given().when().get("/breakers").then().statusCode(403);
        given().header("X-API-Key", "wrong").when().post("/breakers/redis/reset").then().statusCode(403);
        given().header("X-API-Key", "secret-key").when().get("/breakers").then().statusCode(200)
                .body("name", hasItems("api", "redis")).body("find { it.name == 'redis' }.state", equalTo("closed"));
        given().header("X-API-Key", "secret-key").when().post("/breakers/redis/reset").then().statusCode(200)
                .body("name", equalTo("redis"));
        given().header("X-API-Key", "secret-key").when().post("/breakers/none/reset").then().statusCode(404);
    }

    @Test
    void theFlowIsShownToTheApiServiceOnly() {
        given().when().get("/flow").then().statusCode(403);
        given().header("X-API-Key", "secret-key").when().get("/flow").then().statusCode(200)
                .body("received", greaterThanOrEqualTo(0)).body("oldest_ms", greaterThanOrEqualTo(0));
    }

    @Test
    void theOutputsAreShownToTheApiServiceOnly() {
        given().when().get("/outputs").then().statusCode(403);
        given().header("X-API-Key", "secret-key").when().get("/outputs").then().statusCode(200)
                .body("name", hasItems("namespace", "sparkplug-node"))
                .body("find { it.name == 'namespace' }.on", equalTo(true))
                .body("find { it.name == 'namespace' }.target", containsString("{parameter}"))
                .body("find { it.name == 'namespace' }.counters.dropped", equalTo(0))
                .body("find { it.name == 'sparkplug-node' }.on", equalTo(false))
                .body("find { it.name == 'sparkplug-node' }.settings.MQTT_SPARKPLUG_NODE_GROUP", equalTo(""));
    }

    private static int health() {
        return given().when().get("/health").statusCode();
    }
}
