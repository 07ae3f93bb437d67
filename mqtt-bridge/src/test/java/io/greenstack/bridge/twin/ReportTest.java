package io.greenstack.bridge.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
class ReportTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    RedisView redis;
    @Inject
    BreakerRegistry breakers;
    @Inject
    LaneHandlers handler;

    private final String device = Broker.device("dev");
    private MqttTestClient client;

    @BeforeEach
    void connect() {
        client = Broker.connect();
    }

    @AfterEach
    void disconnect() {
        ApiStub.answerWell();
        await().atMost(LIMIT).until(() -> breakers.breaker("api").state() != BreakerState.OPEN);
        breakers.reset("api");
        client.close();
    }

    @Test
    void whatADeviceReportsReachesTheApiInOrder() {
        for (int i = 1; i <= 20; i++) {
            report("{\"n\":" + i + ",\"price\":1.10,\"text\":\"\\u00e9\"}");
        }
        await().atMost(LIMIT).until(() -> reports().size() == 20);
        for (int i = 1; i <= 20; i++) {
            JsonObject report = reports().get(i - 1);
            assertThat(report.getJsonObject("payload").getInteger("n")).isEqualTo(i);
            assertThat(report.getString("time_source")).isEqualTo("ARRIVAL");
        }
        assertThat(ApiStub.requests().stream().filter(r -> r.get("body").contains(device)).findFirst().orElseThrow())
                .extracting(request -> request.get("body")).asString().contains("\"price\":1.10", "\u00e9");
    }

    @Test
    void theTimeOfTheDeviceIsHandedOn() {
        Instant time = Instant.ofEpochMilli(Instant.now().toEpochMilli() - 5_000);
        report("{\"a\":1,\"timestamp\":\"" + time + "\"}");
        await().atMost(LIMIT).until(() -> reports().size() == 1);
        assertThat(reports().get(0).getLong("timestamp")).isEqualTo(time.toEpochMilli());
        assertThat(reports().get(0).getString("time_source")).isEqualTo("DEVICE");
    }

    @Test
    void whileTheApiIsAwayReportsWaitInOrderAndTelemetryGoesOn() {
        ApiStub.answer(503, "{}");
        report("{\"n\":1}");
        report("{\"n\":2}");
        await().atMost(LIMIT).until(() -> breakers.breaker("api").state() == BreakerState.OPEN);
        client.publish("devices/" + device + "/telemetry", "{\"t\":20}");
        await().atMost(LIMIT).until(() -> Integer.valueOf(20).equals(redis.value(device, "t")));
        ApiStub.requests().clear();
        ApiStub.answerWell();

        await().atMost(LIMIT).until(() -> reports().size() == 2);
        assertThat(reports()).extracting(report -> report.getJsonObject("payload").getInteger("n")).containsExactly(1,
                2);
        assertThat(redis.deadLetters(device)).isEmpty();
    }

    @Test
    void whatTheTwinRefusesIsADeadLetterAndCostsNoOther() {
        List<Outcome> outcomes = handler.handle("config",
                List.of(message("{\"n\":1}", false), message("{\"refuse\":1}", false),
                        message("[]", false), message("", false), message("{\"n\":NaN}", false),
                        message("{\"n\":2}", true)));

        assertThat(outcomes).containsExactly(Outcome.WRITTEN, Outcome.DEAD_LETTERED, Outcome.DEAD_LETTERED,
                Outcome.WRITTEN, Outcome.DEAD_LETTERED, Outcome.WRITTEN);
        assertThat(redis.deadLetters(device)).isEqualTo(Map.of("{\"refuse\":1}", "api-rejected", "[]", "unknown-shape",
                "{\"n\":NaN}", "non-finite-value"));
        assertThat(reports()).extracting(report -> report.getString("time_source")).containsExactly("ARRIVAL",
                "ARRIVAL", "RETAINED");
    }

    @Test
    void aRequestThatIsRefusedAsAWholeIsHalvedUntilTheCulpritIsFound() {
        ApiStub.answer(400, "{\"code\":\"malformed-json\",\"detail\":\"no\"}");
        List<Outcome> outcomes = handler.handle("config",
                List.of(message("{\"n\":1}", false), message("{\"n\":2}", false),
                        message("{\"n\":3}", false)));

        assertThat(outcomes).containsOnly(Outcome.DEAD_LETTERED).hasSize(3);
        assertThat(redis.deadLetters(device)).hasSize(3).containsValue("api-rejected");
    }

    @Test
    void aReplaySaysSoAndWhenItArrivedFirst() {
        Instant arrived = Instant.now().minusSeconds(3600);
        handler.handle("config", List.of(new InboundMessage("devices/" + device + "/config/reported",
                "{\"n\":1}".getBytes(StandardCharsets.UTF_8), 1, false, true, arrived, "1-1"),
                message("{\"n\":2}", false)));

        assertThat(reports().get(0).getBoolean("replayed")).isTrue();
        assertThat(reports().get(0).getLong("timestamp")).isEqualTo(arrived.toEpochMilli());
        assertThat(reports().get(0).getString("time_source")).isEqualTo("ARRIVAL");
        assertThat(reports().get(1).containsKey("replayed")).isFalse();
    }

    private InboundMessage message(String payload, boolean retained) {
        return new InboundMessage("devices/" + device + "/config/reported", payload.getBytes(StandardCharsets.UTF_8), 1,
                retained, false, Instant.now());
    }

    private List<JsonObject> reports() {
        List<JsonObject> reports = new ArrayList<>();
        ApiStub.requests().stream().filter(request -> "reports".equals(request.get("path")))
                .forEach(request -> new JsonObject(request.get("body")).getJsonArray("reports").stream()
                        .map(JsonObject.class::cast).filter(report -> device.equals(report.getString("device_id")))
                        .forEach(reports::add));
        return reports;
    }

    private void report(String payload) {
        client.publish("devices/" + device + "/config/reported", payload);
    }
}
