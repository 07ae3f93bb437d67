package io.greenstack.bridge.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

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
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;

@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class StatusTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    RedisView redis;
    @Inject
    LaneHandlers handler;

    private final String device = Broker.device("dev");

    @Test
    void theNewestStateOfADeviceIsInItsShadow() {
        try (MqttTestClient client = Broker.connect()) {
            client.publishRetained("devices/" + device + "/status", "{\"state\":\"connected\"}");
            client.publishRetained("devices/" + device + "/status", "{\"state\":\"disconnected\"}");
        }
        await().atMost(LIMIT).untilAsserted(
                () -> assertThat(shadow()).containsEntry("connection_state", "disconnected").containsKey("last_seen"));
        assertThat(Instant.parse(shadow().get("last_seen"))).isBetween(Instant.now().minusSeconds(20), Instant.now());
        assertThat(redis.timeToLive("device:shadow:" + device)).isEqualTo(Duration.ofSeconds(-1));
    }

    @Test
    void telemetryOfAKnownDeviceTellsThatItIsThere() {
        Instant before = Instant.now().minusSeconds(60);
        handler.handle("status", List.of(message("{\"state\":\"connected\"}", false, before)));
        assertThat(shadow()).containsEntry("last_seen", before.toString());

        try (MqttTestClient client = Broker.connect()) {
            client.publish("devices/" + device + "/telemetry", "{\"a\":1}");
        }
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(Instant.parse(shadow().get("last_seen"))).isAfter(before.plusSeconds(30)));
        assertThat(redis.command(Command.ZSCORE, "device:activity", device).toDouble())
                .isGreaterThan(before.plusSeconds(30).toEpochMilli());
    }

    @Test
    void aRetainedMessageDoesNotTellWhenTheDeviceWasSeen() {
        Instant seen = Instant.now().minusSeconds(60);
        handler.handle("status", List.of(message("{\"state\":\"connected\"}", false, seen)));
        handler.handle("status", List.of(message("{\"state\":\"disconnected\"}", true, Instant.now())));

        assertThat(shadow()).containsEntry("connection_state", "disconnected").containsEntry("last_seen",
                seen.toString());
    }

    @Test
    void clearingTheRetainedStateChangesNothing() {
        List<Outcome> outcomes = handler.handle("status", List.of(message("", false, Instant.now())));

        assertThat(outcomes).containsExactly(Outcome.WRITTEN);
        assertThat(shadow()).isEmpty();
    }

    @Test
    void anUnknownStateIsADeadLetter() {
        List<Outcome> outcomes = handler.handle("status",
                List.of(message("{\"state\":\"on fire\"}", false, Instant.now()),
                        message("{\"state\":\"connected\"}", false, Instant.now())));

        assertThat(outcomes).containsExactly(Outcome.DEAD_LETTERED, Outcome.WRITTEN);
        assertThat(redis.deadLetters(device)).isEqualTo(Map.of("{\"state\":\"on fire\"}", "unknown-state"));
        assertThat(shadow()).containsEntry("connection_state", "connected");
    }

    @Test
    void aKeyOfAnotherTypeDoesNotBlockTheStatesOfOthers() {
        redis.command(Command.SET, "device:shadow:" + device, "left over");
        String other = Broker.device("other");
        InboundMessage sound = new InboundMessage("devices/" + other + "/status",
                "{\"state\":\"connected\"}".getBytes(StandardCharsets.UTF_8), 1, false, false, Instant.now());

        List<Outcome> outcomes = handler
                .handle("status", List.of(message("{\"state\":\"connected\"}", true, Instant.now()), sound));

        assertThat(outcomes).containsExactly(Outcome.DEAD_LETTERED, Outcome.WRITTEN);
        assertThat(redis.deadLetters(device)).containsValue("store-rejected");
        assertThat(redis.hash("device:shadow:" + other)).containsEntry("connection_state", "connected");
    }

    @Test
    void theLastWillOfAnOlderSessionDoesNotEndTheNewOne() {
        Instant now = Instant.now();
        handler.handle("status",
                List.of(message("{\"state\":\"connected\",\"session\":\"a\"}", false, now.minusSeconds(90)),
                        message("{\"state\":\"connected\",\"session\":\"b\"}", false, now.minusSeconds(2)),
                        message("{\"state\":\"disconnected\",\"session\":\"a\"}", false, now.minusSeconds(1))));
        assertThat(shadow()).containsEntry("connection_state", "connected");

        handler.handle("status", List.of(message("{\"state\":\"disconnected\",\"session\":\"b\"}", false, now)));
        assertThat(shadow()).containsEntry("connection_state", "disconnected").containsEntry("connection_since",
                now.toString());
    }

    @Test
    void aStateIsNotReplacedByOneThatIsOlderByTheTimeOfTheDevice() {
        Instant now = Instant.now();
        handler.handle("status", List.of(
                message("{\"state\":\"connected\",\"timestamp\":" + now.toEpochMilli() + "}", false, now),
                message("{\"state\":\"disconnected\",\"timestamp\":" + (now.toEpochMilli() - 60_000) + "}", true,
                        now)));

        assertThat(shadow()).containsEntry("connection_state", "connected");
    }

    @Test
    void aRetainedWillOfUnknownAgeDoesNotSilenceADeviceThatWasHeardJustNow() {
        Instant now = Instant.now();
        handler.handle("status", List.of(message("{\"state\":\"connected\"}", false, now.minusSeconds(5)),
                message("{\"state\":\"disconnected\"}", true, now)));

        assertThat(shadow()).containsEntry("connection_state", "connected");
    }

    @Test
    void theApiIsToldOfWhichDevicesSomethingIsNew() {
        Instant now = Instant.now();
        handler.handle("status", List.of(message("{\"state\":\"connected\"}", false, now)));

        assertThat(redis.command(Command.ZSCORE, "device:activity", device).toDouble())
                .isEqualTo(now.toEpochMilli());
    }

    @Test
    void aReplayedStateDoesNotReplaceOneThatCameAfterIt() {
        Instant now = Instant.now();
        handler.handle("status", List.of(message("{\"state\":\"disconnected\"}", false, now.minusSeconds(60))));

        List<Outcome> outcomes = handler.handle("status",
                List.of(replayed("{\"state\":\"connected\"}", now.minusSeconds(3600))));

        assertThat(outcomes).containsExactly(Outcome.WRITTEN);
        assertThat(shadow()).containsEntry("connection_state", "disconnected").doesNotContainKey("last_seen")
                .containsEntry("connection_since", now.minusSeconds(60).toString());

        handler.handle("status", List.of(message("{\"state\":\"connected\"}", false, now.minusSeconds(30))));
        handler.handle("status", List.of(replayed("{\"state\":\"disconnected\"}", now.minusSeconds(40))));
        assertThat(shadow()).containsEntry("connection_state", "connected");
    }

    @Test
    void aReplayedStateIsAppliedWhenNothingCameAfterItAndTwiceIsAsGoodAsOnce() {
        Instant now = Instant.now();
        handler.handle("status", List.of(message("{\"state\":\"connected\"}", false, now.minusSeconds(3600))));

        for (int i = 0; i < 2; i++) {
            handler.handle("status", List.of(replayed("{\"state\":\"disconnected\"}", now.minusSeconds(60))));
            assertThat(shadow()).containsEntry("connection_state", "disconnected")
                    .containsEntry("connection_since", now.minusSeconds(60).toString());
        }
        handler.handle("status", List.of(replayed("{\"state\":\"connected\"}", now.minusSeconds(50)),
                replayed("{\"state\":\"disconnected\"}", now.minusSeconds(50))));
        assertThat(shadow()).as("in the order in which they were set aside")
                .containsEntry("connection_state", "disconnected");
    }

    @Test
    void aReplayDoesNotTakeBackWhenTheDeviceWasSeenNorEndsWhatWasHeardAfterIt() {
        Instant now = Instant.now();
        redis.command(Command.HSET, "device:shadow:" + device, "last_seen", now.toString(), "last_seen_ms",
                now.toEpochMilli(), "connection_state", "connected", "connection_arrival",
                micros(now.minusSeconds(3600)));

        handler.handle("status", List.of(replayed("{\"state\":\"disconnected\"}", now.minusSeconds(60))));
        assertThat(shadow()).as("its telemetry came later").containsEntry("connection_state", "connected");

        handler.handle("status", List.of(replayed("{\"state\":\"connected\"}", now.minusSeconds(50))));
        assertThat(shadow()).containsEntry("last_seen", now.toString());
    }

    @Test
    void replayedTelemetryDoesNotTakeItBackEither() throws Exception {
        Instant now = Instant.now();
        handler.handle("status", List.of(message("{\"state\":\"connected\"}", false, now)));

        List<Outcome> outcomes = handler.handle("telemetry",
                List.of(new InboundMessage("devices/" + device + "/telemetry",
                        "{\"a\":1}".getBytes(StandardCharsets.UTF_8), 1, false, true, now.minusSeconds(60), "1-1")));

        assertThat(outcomes).containsExactly(Outcome.WRITTEN);
        assertThat(redis.value(device, "a")).isEqualTo(1);
        assertThat(shadow()).containsEntry("last_seen", now.toString());
    }

    @Test
    void aReplayIsOlderThanAStateOfAPreviousVersionIfTheDeviceWasSeenAfterIt() {
        Instant now = Instant.now();
        redis.command(Command.HSET, "device:shadow:" + device, "last_seen_ms", now.toEpochMilli(), "connection_state",
                "disconnected");

        handler.handle("status", List.of(replayed("{\"state\":\"connected\"}", now.minusSeconds(60))));
        assertThat(shadow()).containsEntry("connection_state", "disconnected");
    }

    @Test
    void betweenTwoTimesOfTheDeviceItsTimesDecideAlsoForAReplay() {
        Instant now = Instant.now();
        handler.handle("status", List.of(message("{\"state\":\"connected\",\"timestamp\":"
                + now.minusSeconds(600).toEpochMilli() + "}", false, now.minusSeconds(10))));
        String live = shadow().get("connection_arrival");

        handler.handle("status", List.of(replayed("{\"state\":\"disconnected\",\"timestamp\":"
                + now.minusSeconds(700).toEpochMilli() + "}", now.minusSeconds(5))));
        assertThat(shadow()).containsEntry("connection_state", "connected");
        handler.handle("status", List.of(replayed("{\"state\":\"connected\",\"session\":\"b\",\"timestamp\":"
                + now.minusSeconds(300).toEpochMilli() + "}", now.minusSeconds(300))));
        assertThat(shadow()).containsEntry("connection_session", "b").containsEntry("connection_arrival", live);
    }

    @Test
    void messagesThatAreNoReplaysAreAppliedInTheirOrderWhateverTheClockOfTheBridgeDoes() {
        Instant now = Instant.now();
        handler.handle("status", List.of(message("{\"state\":\"connected\"}", false, now),
                message("{\"state\":\"disconnected\"}", false, now),
                message("{\"state\":\"connected\"}", false, now.minusSeconds(5)),
                message("{\"state\":\"disconnected\"}", false, now.minusSeconds(5))));

        assertThat(shadow()).containsEntry("connection_state", "disconnected");
    }

    @Test
    void aReplayThatIsAppliedIsNewsForTheApi() {
        Instant before = Instant.now();
        handler.handle("status", List.of(replayed("{\"state\":\"connected\"}", before.minusSeconds(60))));

        assertThat(redis.command(Command.ZSCORE, "device:activity", device).toDouble())
                .isGreaterThanOrEqualTo(before.toEpochMilli());
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private InboundMessage replayed(String payload, Instant receivedAt) {
        return new InboundMessage("devices/" + device + "/status", payload.getBytes(StandardCharsets.UTF_8), 1, false,
                true, receivedAt, "1-1");
    }

    private InboundMessage message(String payload, boolean retained, Instant receivedAt) {
        return new InboundMessage("devices/" + device + "/status", payload.getBytes(StandardCharsets.UTF_8), 1,
                retained,
                false, receivedAt);
    }

    private Map<String, String> shadow() {
        return redis.hash("device:shadow:" + device);
    }
}
