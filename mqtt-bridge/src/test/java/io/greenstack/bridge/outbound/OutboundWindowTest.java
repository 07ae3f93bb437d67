package io.greenstack.bridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.greenstack.bridge.outbound.OutboundWindow.Results;
import io.greenstack.edge.mqtt.ConnectionLostException;
import io.greenstack.edge.mqtt.MessageRefusedException;
import io.greenstack.platform.outbound.OutboundEntry;
import io.greenstack.platform.outbound.OutboundMessage;
import io.greenstack.platform.outbound.OutboundRefusal;

class OutboundWindowTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final Map<String, Throwable> failures = new HashMap<>();
    private final List<String> sent = new ArrayList<>();
    private final OutboundWindow window = new OutboundWindow(publication -> {
        String payload = new String(publication.payload());
        sent.add(payload);
        Throwable failure = failures.get(payload);
        return failure == null ? CompletableFuture.completedFuture(null) : CompletableFuture.failedFuture(failure);
    });

    @Test
    void whatTheBrokerAcknowledgesIsPublished() throws Exception {
        Results results = publish(entry("a", "1"), entry("a", "2"));

        assertThat(results.published()).extracting(OutboundEntry::position).containsExactly("1", "2");
        assertThat(results.waiting()).isNull();
        assertThat(sent).containsExactly("1", "2");
    }

    @Test
    void whatIsTooLateOrNoMessageIsNotSentAndHoldsNothingBack() throws Exception {
        OutboundEntry late = new OutboundEntry("1",
                new OutboundMessage("1", "a", "1".getBytes(), 1, false, NOW.minusMillis(1), null));

        Results results = publish(late, new OutboundEntry("2", null, "damaged"), entry("a", "3"));

        assertThat(sent).containsExactly("3");
        assertThat(results.expired()).containsExactly(late);
        assertThat(results.refused()).extracting(OutboundRefusal::why).containsExactly("damaged");
        assertThat(results.published()).extracting(OutboundEntry::position).containsExactly("3");
    }

    @Test
    void aMessageThatIsToBlameItselfHoldsNothingBack() throws Exception {
        failures.put("1", new MessageRefusedException("bad topic"));

        Results results = publish(entry("a", "1"), entry("a", "2"));

        assertThat(results.refused()).extracting(OutboundRefusal::why).containsExactly("bad topic");
        assertThat(results.published()).extracting(OutboundEntry::position).containsExactly("2");
        assertThat(results.waiting()).isNull();
    }

    @Test
    void behindOneThatWaitsOnlyThoseOfItsTopicWaitToo() throws Exception {
        failures.put("2", new IllegalStateException("away"));

        Results results = publish(entry("a", "1"), entry("a", "2"), entry("b", "3"), entry("a", "4"));

        assertThat(results.published()).extracting(OutboundEntry::position).containsExactly("1", "3");
        assertThat(results.waiting()).isEqualTo("away");
    }

    @Test
    void aMessageOverWhichTheConnectionEndsAgainAndAgainIsSentAloneAndThenRefused() throws Exception {
        failures.put("1", new ConnectionLostException("closed"));
        failures.put("2", new ConnectionLostException("closed"));

        for (int loss = 1; loss < OutboundWindow.REFUSED_AFTER; loss++) {
            boolean alone = window.size(500) == 1;
            assertThat(alone).isEqualTo(loss > OutboundWindow.ALONE_AFTER);
            Results results = alone ? publish(entry("a", "1")) : publish(entry("a", "1"), entry("a", "2"));
            assertThat(results.waiting()).isEqualTo("closed");
            assertThat(results.refused()).isEmpty();
        }
        Results last = publish(entry("a", "1"));

        assertThat(last.refused()).extracting(refusal -> refusal.entry().position()).containsExactly("1");
        assertThat(last.waiting()).isNull();
        assertThat(window.size(500)).isEqualTo(500);
    }

    @Test
    void anOutageBlamesNoMessage() throws Exception {
        failures.put("1", new IllegalStateException("The broker is away"));

        for (int i = 0; i < 3 * OutboundWindow.REFUSED_AFTER; i++) {
            assertThat(publish(entry("a", "1")).refused()).isEmpty();
        }
        assertThat(window.size(500)).isEqualTo(500);
    }

    @Test
    void aSuspectThatGetsThroughIsForgiven() throws Exception {
        failures.put("1", new ConnectionLostException("closed"));
        for (int i = 0; i < OutboundWindow.REFUSED_AFTER - 1; i++) {
            publish(entry("a", "1"));
        }
        assertThat(window.size(500)).isEqualTo(1);
        failures.clear();

        assertThat(publish(entry("a", "1")).published()).hasSize(1);
        assertThat(window.size(500)).isEqualTo(500);
    }

    @Test
    void whoeverHasLostPatienceLeavesTheMessagesInTheQueue() throws Exception {
        OutboundWindow silent = new OutboundWindow(publication -> new CompletableFuture<>());

        Results results = silent.publish(List.of(entry("a", "1"), entry("b", "2")), NOW, seconds -> false);

        assertThat(results.published()).isEmpty();
        assertThat(results.waiting()).contains("not acknowledged");
    }

    private Results publish(OutboundEntry... entries) throws InterruptedException {
        return window.publish(List.of(entries), NOW, seconds -> true);
    }

    private static OutboundEntry entry(String topic, String payload) {
        return new OutboundEntry(payload,
                new OutboundMessage(payload, topic, payload.getBytes(), 1, false, null, null));
    }
}
