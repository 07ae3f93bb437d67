package io.greenstack.bridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.bridge.testing.RedisView;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.localstack.testing.TestServers;
import io.greenstack.platform.outbound.OutboundFullException;
import io.greenstack.platform.outbound.OutboundMessage;
import io.greenstack.platform.outbound.OutboundReceipts;
import io.greenstack.platform.outbound.OutboundReceipts.OutboundReceipt;
import io.greenstack.platform.outbound.RedisOutboundQueue;
import io.greenstack.platform.redis.RedisKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;

@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class OutboundTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    RedisOutboundQueue queue;
    @Inject
    OutboundReceipts receipts;
    @Inject
    RedisView redis;

    private final String topic = "devices/" + Broker.device("out") + "/config/desired";

    @Test
    void messagesReachTheBrokerInOrderAndLeaveTheQueue() {
        try (MqttTestClient client = Broker.connect()) {
            client.subscribe(topic);
            IntStream.range(0, 3).forEach(part -> append(
                    IntStream.range(part * 400, part * 400 + 400).mapToObj(i -> message("m" + i, null)).toList()));

            await().atMost(LIMIT).until(() -> client.received().size() >= 1200);
            assertThat(client.received()).extracting(MqttTestClient.Message::payload).doesNotHaveDuplicates()
                    .containsExactlyElementsOf(IntStream.range(0, 1200).mapToObj(i -> "m" + i).toList());
        }
        await().atMost(LIMIT).until(() -> queue.size().await().atMost(LIMIT) == 0);
    }

    @Test
    void aRetainedMessageIsThereForWhoeverComesLater() {
        append(List.of(new OutboundMessage("r", topic, octets("kept"), 1, true, null, null)));
        await().atMost(LIMIT).until(() -> queue.size().await().atMost(LIMIT) == 0);

        try (MqttTestClient client = Broker.connect()) {
            client.subscribe(topic);
            await().atMost(LIMIT).untilAsserted(() -> assertThat(client.received())
                    .containsExactly(new MqttTestClient.Message(topic, "kept", true)));
        }
    }

    @Test
    void whatHasExpiredIsNotPublished() {
        try (MqttTestClient client = Broker.connect()) {
            client.subscribe(topic);
            append(List.of(message("old", Instant.now().minusSeconds(1)),
                    message("new", Instant.now().plusSeconds(60))));

            await().atMost(LIMIT).until(() -> !client.received().isEmpty());
            assertThat(client.received()).extracting(MqttTestClient.Message::payload).containsExactly("new");
        }
    }

    @Test
    void messagesWaitWhileTheBrokerIsAway() {
        TestServers.mqtt().stop();
        try {
            append(List.of(new OutboundMessage("w", topic, octets("waited"), 1, true, null, null)));
            assertThat(queue.size().await().atMost(LIMIT)).isEqualTo(1);
        } finally {
            TestServers.mqtt().start();
        }
        await().atMost(LIMIT).until(() -> queue.size().await().atMost(LIMIT) == 0);
        try (MqttTestClient client = Broker.connect()) {
            client.subscribe(topic);
            await().atMost(LIMIT).untilAsserted(
                    () -> assertThat(client.received()).extracting(MqttTestClient.Message::payload).contains("waited"));
        }
    }

    @Test
    void whoeverWantsAReceiptGetsOneForWhatWasPublishedAndNoneForWhatWasTooLate() {
        String id = UUID.randomUUID().toString();
        append(List.of(wanted(id + "-late", Instant.now().minusSeconds(1)), wanted(id, null), message("plain", null)));

        await().atMost(LIMIT).until(() -> receipts().contains(id));
        assertThat(receipts()).doesNotContain(id + "-late", "plain");
        receipts.remove(receipts.oldest(100).await().atMost(LIMIT)).await().atMost(LIMIT);
        assertThat(receipts()).isEmpty();
    }

    @Test
    void aMessageWithReceiptIsNotQueuedTwiceWhileItWaits() {
        String id = UUID.randomUUID().toString();
        TestServers.mqtt().stop();
        try {
            append(List.of(wanted(id, null)));
            append(List.of(wanted(id, null)));
            assertThat(queue.oldest(100).await().atMost(LIMIT)).filteredOn(e -> e.message().id().equals(id)).hasSize(1);
        } finally {
            TestServers.mqtt().start();
        }
        await().atMost(LIMIT).until(() -> receipts().contains(id));
        append(List.of(wanted(id, null)));
        await().atMost(LIMIT).until(() -> receipts().stream().filter(id::equals).count() == 2);
    }

    private OutboundMessage wanted(String id, Instant expiresAt) {
        return new OutboundMessage(id, topic, octets(id), 1, false, expiresAt, null, true);
    }

    private List<String> receipts() {
        return receipts.oldest(100).await().atMost(LIMIT).stream().filter(receipt -> receipt.refusal() == null)
                .map(OutboundReceipt::id).toList();
    }

    @Test
    void whoeverWantsAReceiptLearnsAtOnceThatAMessageWillNeverBePublished() {
        String id = UUID.randomUUID().toString();
        Instant expires = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS);
        append(List.of(new OutboundMessage(id, "devices/+/refused", octets("never"), 1, true, expires, null, true)));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(receipts.oldest(100).await().atMost(LIMIT))
                .anySatisfy(receipt -> {
                    assertThat(receipt.id()).isEqualTo(id);
                    assertThat(receipt.refusal()).isNotBlank();
                }));
        assertThat(receipts()).doesNotContain(id);
        assertThat(redis.command(Command.HEXISTS, RedisKeys.outboundWaiting(), id).toInteger()).isZero();
        assertThat(redis.deadLetters()).anySatisfy(letter -> assertThat(letter).containsEntry("topic",
                "devices/+/refused").containsEntry("message_id", id).containsEntry("retained", "1")
                .containsEntry("receipt", "1").containsEntry("expires_at", expires.toString()));
    }

    @Test
    void aMessageThatCanNeverBePublishedStopsNoOtherAndHasNoneSentTwice() {
        try (MqttTestClient client = Broker.connect()) {
            client.subscribe(topic);
            append(List.of(message("before", null),
                    new OutboundMessage("never", "devices/+/commands", octets("never"), 1, false, null, null),
                    message("behind", null)));

            await().atMost(LIMIT).until(() -> queue.size().await().atMost(LIMIT) == 0);
            append(List.of(message("later", null)));
            await().atMost(LIMIT).until(() -> payloads(client).contains("later"));
            assertThat(payloads(client)).containsExactly("before", "behind", "later");
        }
        assertThat(redis.deadLetters()).anySatisfy(letter -> assertThat(letter).containsEntry("topic",
                "devices/+/commands").containsEntry("reason", "not-publishable"));
    }

    @Test
    void anEntryThatIsNoMessageStopsNoOther() {
        try (MqttTestClient client = Broker.connect()) {
            client.subscribe(topic);
            redis.command(Command.XADD, RedisKeys.OUTBOUND, "*", "what", "ever");
            append(List.of(message("behind", null)));

            await().atMost(LIMIT).until(() -> payloads(client).contains("behind"));
        }
        assertThat(redis.deadLetters())
                .anySatisfy(letter -> assertThat(letter.get("detail")).contains("is no message"));
    }

    @Test
    void aMessageOfQos2ArrivesOnce() {
        try (MqttTestClient client = Broker.connect()) {
            client.subscribe(topic);
            append(List.of(new OutboundMessage("q2", topic, octets("exactly"), 2, false, null, null)));

            await().atMost(LIMIT).until(() -> queue.size().await().atMost(LIMIT) == 0);
            append(List.of(message("behind", null)));
            await().atMost(LIMIT).until(() -> payloads(client).contains("behind"));
            assertThat(payloads(client)).containsExactly("exactly", "behind");
        }
    }

    @Test
    void whatWaitsIsCountedInOctetsAndMoreThanTheBoundIsRefused() {
        TestServers.mqtt().stop();
        try {
            int before = octetsWaiting();
            append(List.of(new OutboundMessage("a", topic, new byte[1000], 1, false, null, null)));
            assertThat(octetsWaiting() - before).isEqualTo(1000);
            redis.command(Command.SET, RedisKeys.outboundOctets(), 256L << 20);
            assertThatThrownBy(() -> append(List.of(message("too much", null))))
                    .isInstanceOf(OutboundFullException.class).hasMessageContaining("octets");
        } finally {
            TestServers.mqtt().start();
        }
        await().atMost(LIMIT).until(() -> redis.command(Command.GET, RedisKeys.outboundOctets()) == null);
    }

    private int octetsWaiting() {
        Response octets = redis.command(Command.GET, RedisKeys.outboundOctets());
        return octets == null ? 0 : octets.toInteger();
    }

    private static List<String> payloads(MqttTestClient client) {
        return client.received().stream().map(MqttTestClient.Message::payload).toList();
    }

    @Test
    void onlyOneReaderHasTheLease() {
        await().atMost(LIMIT).untilAsserted(
                () -> assertThat(queue.lease(UUID.randomUUID().toString()).await().atMost(LIMIT)).isFalse());
    }

    @Test
    void moreThanACallMayTakeIsRefused() {
        List<OutboundMessage> many = new ArrayList<>();
        IntStream.range(0, 501).forEach(i -> many.add(message("x", null)));

        assertThatThrownBy(() -> queue.append(many)).isInstanceOf(IllegalArgumentException.class);
    }

    private OutboundMessage message(String payload, Instant expiresAt) {
        return new OutboundMessage(payload, topic, octets(payload), 1, false, expiresAt, null);
    }

    private void append(List<OutboundMessage> messages) {
        queue.append(messages).await().atMost(LIMIT);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
