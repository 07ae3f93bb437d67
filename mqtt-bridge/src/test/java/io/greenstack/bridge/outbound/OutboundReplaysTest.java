package io.greenstack.bridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.bridge.testing.RedisView;
import io.greenstack.core.message.RejectReason;
import io.greenstack.edge.deadletter.DeadLetters;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.platform.deadletter.DeadLetter;
import io.greenstack.platform.deadletter.DeadLetter.Outgoing;
import io.greenstack.platform.deadletter.DeadLetterStore;
import io.greenstack.platform.deadletter.ReplayQueue;
import io.greenstack.platform.deadletter.ReplayQueue.ReplayJob;
import io.greenstack.platform.deadletter.StoredDeadLetter;
import io.greenstack.platform.outbound.OutboundReceipts;
import io.greenstack.platform.outbound.RedisOutboundQueue;
import io.greenstack.platform.outbound.TwinMessageId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;

/** Messages of ours that were not published and come back from an operator. */
@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class OutboundReplaysTest {

    private static final String SERVICE = "mqtt-bridge";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    DeadLetters letters;
    @Inject
    DeadLetterStore store;
    @Inject
    ReplayQueue replays;
    @Inject
    RedisOutboundQueue queue;
    @Inject
    OutboundReceipts receipts;
    @Inject
    MessageLedger ledger;
    @Inject
    RedisView redis;

    private final String device = Broker.device("dev");
    private final String topic = "devices/" + device + "/config/desired";
    private final String id = "test:" + device;

    @BeforeEach
    void clear() {
        redis.command(Command.DEL, letters.stream(), "deadletter-replay:" + SERVICE);
    }

    @Test
    void aReplayIsPublishedAsItWasToBe() {
        add(topic, "{}", true, new Outgoing(id, Instant.now().plusSeconds(600), true));

        assertThat(replayAll().written()).isOne();

        await().atMost(LIMIT).until(
                () -> wait(receipts.oldest(100)).stream().anyMatch(r -> r.id().equals(id) && r.refusal() == null));
        try (MqttTestClient client = Broker.connect()) {
            client.subscribe(topic);
            await().atMost(LIMIT).untilAsserted(() -> assertThat(client.received())
                    .containsExactly(new MqttTestClient.Message(topic, "{}", true)));
        }
        assertThat(wait(store.count(SERVICE))).isZero();
        assertThat(ledger.snapshot().balanced()).isTrue();
    }

    @Test
    void whatTheBrokerRefusesAgainIsOneNewDeadLetterThatNamesTheOldOne() {
        String old = add("devices/+/never", "x", true, new Outgoing(id, null, true));

        replayAll();

        await().atMost(LIMIT).until(() -> wait(store.count(SERVICE)) == 1);
        DeadLetter again = newest().letter();
        assertThat(newest().id()).isNotEqualTo(old);
        assertThat(again.replayOf()).isEqualTo(old);
        assertThat(again.reason()).isEqualTo("not-publishable");
        assertThat(again.retained()).isTrue();
        assertThat(again.outgoing()).isEqualTo(new Outgoing(id, null, true));
        assertThat(wait(receipts.oldest(100))).anyMatch(r -> r.id().equals(id) && r.refusal() != null);
        await().atMost(LIMIT).until(() -> wait(queue.size()) == 0);
        assertThat(wait(replays.waiting(SERVICE))).isZero();
        assertThat(wait(store.count(SERVICE))).isOne();
    }

    @Test
    void whatIsTooLateIsNotPublished() {
        String old = add(topic, "{}", false, new Outgoing(id, Instant.now().minusSeconds(1), true));

        assertThat(replayAll().deadLettered()).isOne();

        assertThat(newest().letter().replayOf()).isEqualTo(old);
        assertThat(newest().letter().detail()).contains("send it anew");
    }

    @Test
    void whatDoesNotSayHowItIsToBePublishedFailsAgain() {
        String old = add(topic, "{}", false, null);

        assertThat(replayAll().deadLettered()).isOne();

        assertThat(newest().letter().replayOf()).isEqualTo(old);
        assertThat(newest().letter().detail()).contains("publish it anew", "the broker said no");
    }

    @Test
    void aMessageAboutATwinIsPublishedUnlessANewerOneHasTakenItsPlace() {
        redis.command(Command.HSET, "device:shadow:" + device, "desired_version", 7, "delta_version", 9);
        add(topic, "old", true, new Outgoing(new TwinMessageId(device, "config/desired", 6).toString(), null, false));
        add(topic, "new", true, new Outgoing(new TwinMessageId(device, "config/desired", 7).toString(), null, false));

        ReplayJob job = replayAll();

        assertThat(job.written()).isOne();
        assertThat(job.deadLettered()).isOne();
        assertThat(newest().letter().detail()).contains("Version 7", "version 6");
        await().atMost(LIMIT).until(() -> wait(queue.size()) == 0);
        try (MqttTestClient client = Broker.connect()) {
            client.subscribe(topic);
            await().atMost(LIMIT).untilAsserted(() -> assertThat(client.received())
                    .extracting(MqttTestClient.Message::payload).containsExactly("new"));
        }
    }

    @Test
    void whatIsDamagedFailsAgainAndHoldsNoOtherBack() {
        redis.command(Command.SET, "device:shadow:" + device, "left over");
        wait(letters.write(List.of(new DeadLetter(RejectReason.NOT_PUBLISHABLE, "", topic, 7, new byte[0], null,
                Instant.now(), null, null, false, new Outgoing(id, null, false)))));
        add(topic, "behind", true,
                new Outgoing(new TwinMessageId(device, "config/desired", 7).toString(), null, false));

        ReplayJob job = replayAll();

        assertThat(job.deadLettered()).isOne();
        assertThat(newest().letter().detail()).contains("QoS");
        assertThat(job.written()).isOne();
    }

    private StoredDeadLetter newest() {
        return wait(store.list(SERVICE, null, 1)).get(0);
    }

    private String add(String to, String payload, boolean retain, Outgoing outgoing) {
        wait(letters.write(List.of(new DeadLetter(RejectReason.NOT_PUBLISHABLE, "the broker said no", to, 1,
                payload.getBytes(StandardCharsets.UTF_8), null, Instant.now(), null, null, retain, outgoing))));
        return newest().id();
    }

    private ReplayJob replayAll() {
        String job = UUID.randomUUID().toString();
        List<String> ids = wait(store.list(SERVICE, null, 100)).stream().map(StoredDeadLetter::id).sorted().toList();
        wait(replays.move(SERVICE, ids, job));
        await().atMost(LIMIT).until(() -> wait(replays.job(job)).finished());
        return wait(replays.job(job));
    }

    private static <T> T wait(Uni<T> uni) {
        return uni.await().atMost(LIMIT);
    }
}
