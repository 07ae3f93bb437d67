package io.greenstack.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
class ResponseTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    RedisView redis;
    @Inject
    LaneHandlers handler;
    @Inject
    BreakerRegistry breakers;

    private final String device = Broker.device("rsp");

    @AfterEach
    void recover() {
        ApiStub.answerWell();
        await().atMost(LIMIT).until(() -> breakers.breaker("api").state() != BreakerState.OPEN);
        breakers.reset("api");
    }

    @Test
    void answersReachTheApiAsTheyAreInOrder() {
        try (MqttTestClient client = Broker.connect()) {
            client.publish(topic(), "{\"command_id\":\"a\",\"status\":\"ok\",\"result\":{\"n\":1.10}}");
            client.publish(topic(), "{\"command_id\":\"b\",\"timestamp\":\"2026-03-04T05:06:07Z\"}");
        }
        await().atMost(LIMIT).until(() -> responses().size() == 2);
        assertThat(responses()).extracting(r -> r.getJsonObject("payload").getString("command_id"))
                .containsExactly("a", "b");
        assertThat(responses().get(0).getJsonObject("payload").getJsonObject("result").getDouble("n")).isEqualTo(1.1);
        assertThat(responses().get(1).getString("answered_at")).isEqualTo("2026-03-04T05:06:07Z");
    }

    @Test
    void answersWaitWhileTheApiIsAway() {
        ApiStub.answer(503, "{}");
        try (MqttTestClient client = Broker.connect()) {
            client.publish(topic(), "{\"command_id\":\"a\"}");
        }
        await().atMost(LIMIT).until(() -> breakers.breaker("api").state() == BreakerState.OPEN);
        ApiStub.requests().clear();
        ApiStub.answerWell();

        await().atMost(LIMIT).until(() -> responses().size() == 1);
        assertThat(redis.deadLetters(device)).isEmpty();
    }

    @Test
    void whatTheApiRefusesOrCannotBeReadIsADeadLetterAndCostsNoOther() {
        List<Outcome> outcomes = handler.handle("responses",
                List.of(message("[]"), message("{\"refuse\":1}"), message("{\"command_id\":\"c\"}")));

        assertThat(outcomes).containsExactly(Outcome.DEAD_LETTERED, Outcome.DEAD_LETTERED, Outcome.WRITTEN);
        assertThat(redis.deadLetters(device)).isEqualTo(Map.of("[]", "unknown-shape", "{\"refuse\":1}",
                "api-rejected"));
    }

    private String topic() {
        return "devices/" + device + "/commands/response";
    }

    private InboundMessage message(String payload) {
        return new InboundMessage(topic(), payload.getBytes(StandardCharsets.UTF_8), 1, false, false, Instant.now());
    }

    private List<JsonObject> responses() {
        return ApiStub.requests().stream().filter(request -> "responses".equals(request.get("path")))
                .flatMap(request -> new JsonObject(request.get("body")).getJsonArray("responses").stream())
                .map(JsonObject.class::cast).filter(r -> device.equals(r.getString("device_id"))).toList();
    }
}
