package io.greenstack.bridge.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.bridge.telemetry.LiveBacklog;
import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.bridge.testing.Layouts;
import io.greenstack.bridge.testing.RedisView;
import io.greenstack.edge.ledger.LedgerSnapshot;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.localstack.testing.TestServers;
import io.greenstack.platform.layout.LayoutRegistry;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.greenstack.platform.resilience.BreakerState;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class RedisOutageTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    RedisView redis;
    @Inject
    LayoutRegistry layouts;
    @Inject
    LiveBacklog backlog;
    @Inject
    MessageLedger ledger;
    @Inject
    BreakerRegistry breakers;

    private final String device = Broker.device("dev");
    private final String other = Broker.device("other");
    private MqttTestClient client;

    @BeforeEach
    void connect() {
        client = Broker.connect();
        layouts.markReady().await().atMost(LIMIT);
        // what tests before left waiting is not counted here
        await().atMost(LIMIT).until(() -> backlog.waiting() == 0);
    }

    @AfterEach
    void disconnect() {
        TestServers.redis().start();
        await().atMost(LIMIT)
                .until(() -> breakers.breaker("redis").state() == BreakerState.CLOSED && backlog.waiting() == 0);
        client.close();
    }

    @Test
    void theNewestValuesAreThereWhenRedisIsBackAndNothingElseIsLost() {
        layouts.publish(List.of(Layouts.thermometer(device))).await().atMost(LIMIT);
        telemetry(device, "{\"processDataIn\":\"000A00\",\"timestamp\":\"" + time(0) + "\"}");
        await().atMost(LIMIT).until(() -> redis.value(device, "temperature") != null);
        LedgerSnapshot before = ledger.snapshot();

        TestServers.redis().stop();
        for (int i = 1; i <= 50; i++) {
            telemetry(device, "{\"processDataIn\":\"00" + String.format("%02X", i) + "01\",\"timestamp\":\"" + time(i)
                    + "\"}");
            telemetry(other, "{\"" + (i % 2 == 0 ? "even" : "odd") + "\":" + i + "}");
        }
        client.publish("devices/" + device + "/status", "{\"state\":\"connected\"}");
        await().atMost(LIMIT).until(() -> ledger.snapshot().written() >= before.written() + 100);
        assertThat(backlog.waiting()).isEqualTo(2);
        await().atMost(LIMIT).until(() -> breakers.breaker("redis").state() == BreakerState.OPEN);
        await().atMost(LIMIT).untilAsserted(() -> given().when().get("/health").then().statusCode(200)
                .body("status", equalTo("degraded")).body("mqtt_connected", equalTo(true))
                .body("redis_available", equalTo(false)).body("live_view_waiting", equalTo(2))
                .body("breakers.find { it.name == 'redis' }.state", oneOf("open", "half_open")));
        given().when().get("/q/health/ready").then().statusCode(200)
                .body("checks.data.'breaker.redis'", hasItem(oneOf("open", "half_open")));
        telemetry(device, "poison");
        assertThat(ledger.snapshot().inFlight()).isPositive();

        TestServers.redis().start();
        await().atMost(LIMIT).ignoreExceptions().untilAsserted(this::writeLayouts);
        await().atMost(LIMIT).until(() -> Integer.valueOf(5).equals(redis.value(device, "temperature")));
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(redis.value(other, "even")).isEqualTo(50);
            assertThat(redis.value(other, "odd")).isEqualTo(49);
            assertThat(redis.hash("device:shadow:" + device)).containsEntry("connection_state", "connected");
            assertThat(redis.deadLetters(device)).isEqualTo(Map.of("poison", "not-json"));
            assertThat(ledger.snapshot().inFlight()).isZero();
        });
        assertThat(ledger.snapshot().balanced()).isTrue();
        assertThat(ledger.snapshot().received() - before.received()).isEqualTo(102);
    }

    @Test
    void rawDataWaitsUntilTheApiHasWrittenTheLayouts() {
        layouts.withdraw().await().atMost(LIMIT);
        telemetry(device, "{\"processDataIn\":\"000A00\"}");
        telemetry(other, "{\"a\":1}");
        await().atMost(LIMIT).until(() -> redis.value(other, "a") != null && backlog.waiting() == 1);
        assertThat(redis.deadLetters(device)).isEmpty();

        writeLayouts();

        await().atMost(LIMIT).until(() -> Integer.valueOf(1).equals(redis.value(device, "temperature")));
    }

    /** What the api-service does when it finds that Redis lost the layouts. */
    private void writeLayouts() {
        layouts.publish(List.of(Layouts.thermometer(device))).await().atMost(LIMIT);
        layouts.markReady().await().atMost(LIMIT);
    }

    private String time(int step) {
        return Instant.ofEpochSecond(Instant.now().getEpochSecond() - 100 + step).toString();
    }

    private void telemetry(String id, String payload) {
        client.publish("devices/" + id + "/telemetry", payload);
    }
}
