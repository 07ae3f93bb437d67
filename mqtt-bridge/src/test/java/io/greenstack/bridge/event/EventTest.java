package io.greenstack.bridge.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.bridge.testing.LaneHandlers;
import io.greenstack.bridge.testing.RedisView;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.intake.Outcome;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.greenstack.platform.resilience.BreakerState;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class EventTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    RedisView redis;
    @Inject
    LaneHandlers handler;
    @Inject
    BreakerRegistry breakers;

    private final String device = Broker.device("ev");

    @AfterEach
    void recover() {
        ApiStub.answerWell();
        await().atMost(LIMIT).until(() -> breakers.breaker("api").state() != BreakerState.OPEN);
        breakers.reset("api");
    }

    @Test
    void eventsReachTheApiInOrder() {
        try (MqttTestClient client = Broker.connect()) {
            client.publish("devices/" + device + "/events", "{\"code\":1,\"mode\":\"appears\",\"type\":\"error\"}");
            client.publish("devices/" + device + "/events", "[{\"code\":2},{\"code\":1,\"mode\":\"disappears\"}]");
        }
        await().atMost(LIMIT).until(() -> events().size() == 3);
        assertThat(events()).extracting(event -> event.getInteger("code")).containsExactly(1, 2, 1);
        assertThat(events().get(0).getString("mode")).isEqualTo("APPEARS");
        assertThat(events().get(0).getString("type")).isEqualTo("ERROR");
        assertThat(events().get(0).getBoolean("from_device")).isFalse();
    }

    @Test
    void eventsWaitWhileTheApiIsAway() {
        ApiStub.answer(503, "{}");
        try (MqttTestClient client = Broker.connect()) {
            client.publish("devices/" + device + "/events", "{\"code\":1,\"mode\":\"appears\"}");
            client.publish("devices/" + device + "/events", "{\"code\":1,\"mode\":\"disappears\"}");
        }
        await().atMost(LIMIT).until(() -> breakers.breaker("api").state() == BreakerState.OPEN);
        ApiStub.requests().clear();
        ApiStub.answerWell();

        await().atMost(LIMIT).until(() -> events().size() == 2);
        assertThat(events()).extracting(event -> event.getString("mode")).containsExactly("APPEARS", "DISAPPEARS");
        assertThat(redis.deadLetters(device)).isEmpty();
    }

    @Test
    void whatIsNoEventIsADeadLetterAndCostsNoOther() {
        List<Outcome> outcomes = handler.handle("events", List.of(message("{}"), message("{\"code\":7}")));

        assertThat(outcomes).containsExactly(Outcome.DEAD_LETTERED, Outcome.WRITTEN);
        assertThat(redis.deadLetters(device)).isEqualTo(Map.of("{}", "unknown-shape"));
    }

    @Test
    void retainedEventsWithoutATimeAreNoEvents() {
        Instant time = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        assertThat(handler.handle("events", List.of(retained("{\"code\":7}"),
                retained("[{\"code\":8},{\"code\":9,\"timestamp\":\"" + time + "\"}]"))))
                .containsOnly(Outcome.WRITTEN);

        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.getInteger("code")).isEqualTo(9);
            assertThat(event.getString("timestamp")).isEqualTo(time.toString());
        });
        assertThat(redis.deadLetters(device)).isEmpty();
    }

    @Test
    void anEventOfAClockAheadIsMarkedAndKeepsTheTimeOfItsFirstArrival() {
        String payload = "{\"code\":7,\"timestamp\":\"" + Instant.now().plusSeconds(7200) + "\"}";
        handler.handle("events", List.of(message(payload)));
        handler.handle("events", List.of(message(payload, true)));

        assertThat(events()).hasSize(2).extracting(event -> event.getString("timestamp")).containsOnly(
                events().get(0).getString("received_at"));
        assertThat(events()).allSatisfy(event -> {
            assertThat(event.getBoolean("from_device")).isFalse();
            assertThat(event.getLong("clock_ahead_ms")).isBetween(7_100_000L, 7_200_000L);
        });
    }

    @Test
    void aBadEventOfAListCostsOnlyItself() {
        String payload = "[{\"code\":7},{\"mode\":\"appears\"},{\"code\":8}]";
        assertThat(handler.handle("events", List.of(message(payload)))).containsExactly(Outcome.WRITTEN);

        assertThat(events()).extracting(event -> event.getInteger("code")).containsExactly(7, 8);
        assertThat(redis.deadLetters(device)).isEqualTo(Map.of(payload, "unknown-shape"));
    }

    private InboundMessage retained(String payload) {
        return new InboundMessage("devices/" + device + "/events", payload.getBytes(StandardCharsets.UTF_8), 1, true,
                false, Instant.now());
    }

    private InboundMessage message(String payload) {
        return message(payload, false);
    }

    private InboundMessage message(String payload, boolean again) {
        return new InboundMessage("devices/" + device + "/events", payload.getBytes(StandardCharsets.UTF_8), 1, false,
                again, Instant.now());
    }

    private List<JsonObject> events() {
        return ApiStub.requests().stream().filter(request -> "batch".equals(request.get("path")))
                .flatMap(request -> new JsonObject(request.get("body")).getJsonArray("events").stream())
                .map(JsonObject.class::cast).filter(event -> device.equals(event.getString("device_id"))).toList();
    }
}
