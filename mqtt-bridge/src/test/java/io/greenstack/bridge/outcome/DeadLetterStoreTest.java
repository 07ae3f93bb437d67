package io.greenstack.bridge.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.RedisView;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.deadletter.DeadLetters;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.platform.deadletter.DeadLetter;
import io.greenstack.platform.deadletter.DeadLetter.Outgoing;
import io.greenstack.platform.deadletter.DeadLetterStore;
import io.greenstack.platform.deadletter.StoredDeadLetter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;

@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class DeadLetterStoreTest {

    private static final String SERVICE = "mqtt-bridge";
    private static final Instant RECEIVED = Instant.parse("2026-11-23T10:00:00.123Z");

    @Inject
    DeadLetters letters;
    @Inject
    DeadLetterStore store;
    @Inject
    MeterRegistry metrics;
    @Inject
    RedisView redis;

    @BeforeEach
    void clear() {
        redis.command(Command.DEL, letters.stream());
    }

    @Test
    void readsWhatWasWrittenNewestFirst() {
        DeadLetter full = new DeadLetter("not-json", "line 1", "devices/a/telemetry", 1, bytes("\u0000\u00ff{"), "a",
                RECEIVED,
                "00-1-2-01");
        DeadLetter bare = new DeadLetter("unknown-topic", null, "x", 0, new byte[0], null, RECEIVED, null);
        double before = metrics.counter("greenstack.dead.letters", "reason", "not-json").count();
        await(letters.write(List.of(full, bare)));

        List<StoredDeadLetter> found = await(store.list(SERVICE, null, 10));
        assertThat(found).extracting(letter -> letter.letter().reason()).containsExactly("unknown-topic", "not-json");
        assertThat(found).allMatch(letter -> letter.service().equals(SERVICE) && !letter.cut());
        assertThat(found.get(1).letter()).usingRecursiveComparison().isEqualTo(full);
        assertThat(found.get(0).letter()).usingRecursiveComparison().isEqualTo(bare);
        assertThat(await(store.count(SERVICE))).isEqualTo(2);
        assertThat(await(store.list(SERVICE, found.get(0).id(), 10))).extracting(StoredDeadLetter::id)
                .containsExactly(found.get(1).id());
        assertThat(await(store.list(SERVICE, null, 1))).hasSize(1);
        assertThat(metrics.counter("greenstack.dead.letters", "reason", "not-json").count() - before).isEqualTo(1);
        assertThat(metrics.get("greenstack.dead.letters.oldest.age").gauge().value()).isNotNegative();
    }

    @Test
    void keepsHowAMessageCameOrWasToBePublished() {
        InboundMessage kept = new InboundMessage("devices/a/status", bytes("x"), 1, true, false, RECEIVED);
        DeadLetter ours = new DeadLetter("not-publishable", "", "t", 2, bytes("y"), null, RECEIVED, null, "1-1", false,
                new Outgoing("command:1", RECEIVED.plusSeconds(30), true));
        await(letters.write(List.of(new DeadLetter("unknown-state", "", kept, "a", null), ours)));
        redis.command(Command.XADD, letters.stream(), "*", "message_id", "x", "expires_at", "some time");

        List<StoredDeadLetter> found = await(store.list(SERVICE, null, 10));

        assertThat(found.get(2).message()).usingRecursiveComparison()
                .isEqualTo(new InboundMessage("devices/a/status", bytes("x"), 1, true, true, RECEIVED,
                        found.get(2).id()));
        assertThat(found.get(1).letter()).usingRecursiveComparison().isEqualTo(ours);
        assertThat(found.get(0).letter().outgoing()).as("its expiry cannot be read").isNull();
    }

    @Test
    void getsAndDeletesById() {
        await(letters.write(List.of(letter("a"), letter("b"), letter("c"))));
        List<String> ids = await(store.list(SERVICE, null, 10)).stream().map(StoredDeadLetter::id).toList();

        assertThat(await(store.get(SERVICE, ids.get(1))).letter().detail()).isEqualTo("b");
        assertThat(await(store.delete(SERVICE, List.of(ids.get(1), ids.get(0), "1-1")))).isEqualTo(2);
        assertThat(await(store.get(SERVICE, ids.get(1)))).isNull();
        assertThat(await(store.list(SERVICE, null, 10))).extracting(letter -> letter.letter().detail())
                .containsExactly("a");
        assertThat(await(store.delete(SERVICE, List.of()))).isZero();
    }

    @Test
    void cutsALargePayloadAndSaysSo() {
        await(letters.write(
                List.of(new DeadLetter("payload-too-large", "", "t", 1, new byte[100_000], "a", RECEIVED, null))));

        StoredDeadLetter stored = await(store.list(SERVICE, null, 1)).get(0);
        assertThat(stored.letter().payload()).hasSize(65_536);
        assertThat(stored.payloadSize()).isEqualTo(100_000);
        assertThat(stored.cut()).isTrue();
    }

    @Test
    void anEntryThatIsDamagedDoesNotHideTheOthers() {
        await(letters.write(List.of(letter("sound"))));
        redis.command(Command.XADD, letters.stream(), "*", "payload", "not base64!", "qos", "x", "received_at", "then");

        List<StoredDeadLetter> found = await(store.list(SERVICE, null, 10));

        assertThat(found).hasSize(2);
        assertThat(found.get(0).letter().reason()).isEqualTo("unknown");
        assertThat(found.get(0).letter().payload()).isEmpty();
        assertThat(Duration.between(found.get(0).letter().receivedAt(), Instant.now()))
                .isLessThan(Duration.ofMinutes(5));
    }

    private static DeadLetter letter(String detail) {
        return new DeadLetter("not-json", detail, "devices/a/telemetry", 1, bytes("x"), "a", RECEIVED, null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
