package io.greenstack.bridge.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.bridge.testing.RedisView;
import io.greenstack.common.mqtt.InboundMessage;
import io.greenstack.common.mqtt.Outcome;
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
    StatusHandler handler;

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
        handler.handle(List.of(message("{\"state\":\"connected\"}", false, before)));
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
        handler.handle(List.of(message("{\"state\":\"connected\"}", false, seen)));
        handler.handle(List.of(message("{\"state\":\"disconnected\"}", true, Instant.now())));

        assertThat(shadow()).containsEntry("connection_state", "disconnected").containsEntry("last_seen",
                seen.toString());
    }

    @Test
    void clearingTheRetainedStateChangesNothing() {
        List<Outcome> outcomes = handler.handle(List.of(message("", false, Instant.now())));

        assertThat(outcomes).containsExactly(Outcome.WRITTEN);
        assertThat(shadow()).isEmpty();
    }

    @Test
    void anUnknownStateIsADeadLetter() {
        List<Outcome> outcomes = handler.handle(List.of(message("{\"state\":\"on fire\"}", false, Instant.now()),
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
                .handle(List.of(message("{\"state\":\"connected\"}", true, Instant.now()), sound));

        assertThat(outcomes).containsExactly(Outcome.DEAD_LETTERED, Outcome.WRITTEN);
        assertThat(redis.deadLetters(device)).containsValue("store-rejected");
        assertThat(redis.hash("device:shadow:" + other)).containsEntry("connection_state", "connected");
    }

    @Test
    void theLastWillOfAnOlderSessionDoesNotEndTheNewOne() {
        Instant now = Instant.now();
        handler.handle(List.of(message("{\"state\":\"connected\",\"session\":\"a\"}", false, now.minusSeconds(90)),
                message("{\"state\":\"connected\",\"session\":\"b\"}", false, now.minusSeconds(2)),
                message("{\"state\":\"disconnected\",\"session\":\"a\"}", false, now.minusSeconds(1))));
        assertThat(shadow()).containsEntry("connection_state", "connected");

        handler.handle(List.of(message("{\"state\":\"disconnected\",\"session\":\"b\"}", false, now)));
        assertThat(shadow()).containsEntry("connection_state", "disconnected").containsEntry("connection_since",
                now.toString());
    }

    @Test
    void aStateIsNotReplacedByOneThatIsOlderByTheTimeOfTheDevice() {
        Instant now = Instant.now();
        handler.handle(List.of(
                message("{\"state\":\"connected\",\"timestamp\":" + now.toEpochMilli() + "}", false, now),
                message("{\"state\":\"disconnected\",\"timestamp\":" + (now.toEpochMilli() - 60_000) + "}", true,
                        now)));

        assertThat(shadow()).containsEntry("connection_state", "connected");
    }

    @Test
    void aRetainedWillOfUnknownAgeDoesNotSilenceADeviceThatWasHeardJustNow() {
        Instant now = Instant.now();
        handler.handle(List.of(message("{\"state\":\"connected\"}", false, now.minusSeconds(5)),
                message("{\"state\":\"disconnected\"}", true, now)));

        assertThat(shadow()).containsEntry("connection_state", "connected");
    }

    @Test
    void theApiIsToldOfWhichDevicesSomethingIsNew() {
        Instant now = Instant.now();
        handler.handle(List.of(message("{\"state\":\"connected\"}", false, now)));

        assertThat(redis.command(Command.ZSCORE, "device:activity", device).toDouble())
                .isEqualTo(now.toEpochMilli());
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
