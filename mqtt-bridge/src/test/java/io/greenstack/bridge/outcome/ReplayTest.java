package io.greenstack.bridge.outcome;

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
import io.greenstack.bridge.testing.Layouts;
import io.greenstack.bridge.testing.RedisView;
import io.greenstack.edge.deadletter.DeadLetters;
import io.greenstack.edge.ledger.LedgerSnapshot;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.platform.deadletter.DeadLetter;
import io.greenstack.platform.deadletter.DeadLetterStore;
import io.greenstack.platform.deadletter.ReplayQueue;
import io.greenstack.platform.deadletter.ReplayQueue.ReplayJob;
import io.greenstack.platform.deadletter.StoredDeadLetter;
import io.greenstack.platform.layout.LayoutRegistry;
import io.greenstack.platform.redis.RedisKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;

/** Dead letters that come back from an operator. */
@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class ReplayTest {

    private static final String SERVICE = "mqtt-bridge";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    DeadLetters letters;
    @Inject
    DeadLetterStore store;
    @Inject
    ReplayQueue replays;
    @Inject
    LayoutRegistry layouts;
    @Inject
    MessageLedger ledger;
    @Inject
    MeterRegistry metrics;
    @Inject
    RedisView redis;

    private final String device = Broker.device("dev");
    private final Instant arrived = Instant.now().minusSeconds(120);

    @BeforeEach
    void clear() {
        await().atMost(LIMIT).until(() -> ledger.snapshot().inFlight() == 0);
        redis.command(Command.DEL, letters.stream(), "deadletter-replay:" + SERVICE);
        wait(layouts.markReady());
        // What is on no topic of ours waits until it is known whether there is a mapping for it.
        redis.command(Command.SETNX, RedisKeys.MAPPINGS_VERSION, "none");
        redis.command(Command.PUBLISH, RedisKeys.MAPPINGS, "changed");
    }

    @Test
    void aMessageThatCanSucceedNowIsStoredWithTheTimeOfItsFirstArrival() {
        add("telemetry", "{\"processDataIn\":\"000A01\"}");
        wait(layouts.publish(List.of(Layouts.thermometer(device))));
        LedgerSnapshot before = ledger.snapshot();
        double counted = metrics.counter("greenstack.dead.letters.replayed", "outcome", "written").count();

        ReplayJob job = replayAll();

        assertThat(job.written()).isOne();
        assertThat(redis.latest(device).getString("received_at")).startsWith(arrived.toString().substring(0, 19));
        assertThat(redis.value(device, "temperature")).isEqualTo(1);
        assertThat(wait(store.count(SERVICE))).isZero();
        assertThat(wait(replays.waiting(SERVICE))).isZero();
        LedgerSnapshot after = ledger.snapshot();
        assertThat(after.balanced()).isTrue();
        assertThat(after.received() - before.received()).isOne();
        assertThat(after.written() - before.written()).isOne();
        assertThat(metrics.counter("greenstack.dead.letters.replayed", "outcome", "written").count() - counted)
                .isEqualTo(1);
    }

    @Test
    void aMessageThatFailsAgainIsANewDeadLetterThatNamesTheOldOne() {
        add("telemetry", "poison");
        String id = wait(store.list(SERVICE, null, 1)).get(0).id();

        ReplayJob job = replayAll();

        assertThat(job.deadLettered()).isOne();
        StoredDeadLetter again = wait(store.list(SERVICE, null, 10)).get(0);
        assertThat(again.id()).isNotEqualTo(id);
        assertThat(again.letter().replayOf()).isEqualTo(id);
        assertThat(again.letter().receivedAt()).isEqualTo(arrived);
        assertThat(again.letter().reason()).isEqualTo("not-json");
        assertThat(ledger.snapshot().balanced()).isTrue();
    }

    @Test
    void eachGoesToTheLaneOfItsTopic() {
        add("status", "{\"state\":\"connected\"}");
        add("register", "{\"name\":\"x\"}");
        add("telemetry", "{\"a\":1}");
        letters.write(List.of(letter("nowhere/at/all", "x"))).await().atMost(LIMIT);

        ReplayJob job = replayAll();

        assertThat(job.queued()).isEqualTo(4);
        assertThat(job.written()).isEqualTo(3);
        assertThat(redis.hash("device:shadow:" + device)).containsEntry("connection_state", "connected");
        assertThat(redis.value(device, "a")).isEqualTo(1);
        assertThat(redis.deadLetters()).singleElement()
                .satisfies(letter -> assertThat(letter).containsEntry("reason", "unknown-topic"));
    }

    @Test
    void aLetterIsMovedOnceWhoeverAsksAndOnlyWhileThereIsRoom() {
        add("telemetry", "poison");
        String id = wait(store.list(SERVICE, null, 1)).get(0).id();
        assertThat(wait(replays.move(SERVICE, List.of(id, "1-1"), "j-" + device)).queued()).isOne();
        assertThat(wait(replays.move(SERVICE, List.of(id), "j-" + device)).gone()).isOne();
        assertThat(wait(replays.job("j-" + device)).queued()).isOne();
        assertThat(wait(replays.job("none-" + device))).isNull();
        // else it would become a letter of the next test
        await().atMost(LIMIT).until(() -> wait(replays.job("j-" + device)).finished());
    }

    @Test
    void whatCameBeforeTheRegistrationIsReplayedOnceTheDeviceIsKnown() {
        String stranger = Broker.device("stranger");
        for (String id : List.of(device, device, stranger)) {
            wait(letters.write(List.of(new DeadLetter("unknown-device", "", "devices/" + id + "/telemetry", 1,
                    "{\"processDataIn\":\"000A01\"}".getBytes(StandardCharsets.UTF_8), id, arrived, null))));
        }

        wait(layouts.publish(List.of(Layouts.thermometer(device))));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(redis.value(device, "temperature")).isEqualTo(1));
        assertThat(redis.latest(device).getString("received_at")).startsWith(arrived.toString().substring(0, 19));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(wait(store.headers(SERVICE, "+", "-", 100)))
                .singleElement().satisfies(left -> assertThat(left.deviceId()).isEqualTo(stranger)));
        assertThat(ledger.snapshot().balanced()).isTrue();
    }

    private ReplayJob replayAll() {
        String job = UUID.randomUUID().toString();
        List<String> ids = wait(store.headers(SERVICE, "+", "-", 100)).stream().map(header -> header.id()).toList();
        wait(replays.move(SERVICE, ids, job));
        await().atMost(LIMIT).until(() -> wait(replays.job(job)).finished());
        return wait(replays.job(job));
    }

    private void add(String kind, String payload) {
        wait(letters.write(List.of(letter("devices/" + device + "/" + kind, payload))));
    }

    private DeadLetter letter(String topic, String payload) {
        return new DeadLetter("test", "", topic, 1, payload.getBytes(StandardCharsets.UTF_8), device, arrived, null);
    }

    private static <T> T wait(Uni<T> uni) {
        return uni.await().atMost(LIMIT);
    }
}
