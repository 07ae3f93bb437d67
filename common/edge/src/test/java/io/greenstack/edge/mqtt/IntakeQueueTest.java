package io.greenstack.edge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.greenstack.core.message.InboundMessage;

class IntakeQueueTest {

    /** No test waits for its end, so that no busy machine can run into it. */
    private static final Duration LINGER = Duration.ofHours(1);

    private final IntakeQueue queue = new IntakeQueue(TestSettings.serial(100, 10, LINGER));
    private final CompletableFuture<List<Pending>> taken = new CompletableFuture<>();
    private final Thread taker = new Thread(() -> {
        try {
            taken.complete(queue.take(LINGER));
        } catch (InterruptedException e) {
            taken.completeExceptionally(e);
        }
    });

    @AfterEach
    void end() {
        taker.interrupt();
    }

    /** An empty batch would end the worker that asked. */
    @Test
    void whatIsRemovedWhileItLingersLeavesTheTakerWaiting() {
        taker.start();
        queue.add(message("a"));
        await().until(() -> taker.getState() == Thread.State.TIMED_WAITING);
        queue.removeIf(pending -> true);

        await().until(() -> taker.getState() == Thread.State.WAITING);
        Pending next = message("b");
        queue.add(next);
        queue.close();

        assertThat(taken).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(List.of(next));
    }

    @Test
    void aClosedQueueEndsTheTaker() {
        taker.start();
        queue.close();

        assertThat(taken).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(List.of());
    }

    /** The queue takes 64 MiB, a batch a sixteenth of it: what is made of a batch has to fit into memory too. */
    @Test
    void aBatchOfLargeMessagesIsShort() {
        for (int i = 0; i < 6; i++) {
            queue.add(message("large", 1 << 20));
        }
        queue.add(message("larger", 5 << 20));
        queue.add(message("small", 10));

        assertThat(queue.poll(10)).hasSize(3);
        assertThat(queue.poll(10)).hasSize(3);
        assertThat(queue.poll(10)).extracting(pending -> pending.message().topic()).containsExactly("larger");
        assertThat(queue.poll(10)).extracting(pending -> pending.message().topic()).containsExactly("small");
    }

    private static Pending message(String topic) {
        return message(topic, 0);
    }

    private static Pending message(String topic, int octets) {
        return new Pending(null, 1, new InboundMessage(topic, new byte[octets], 1, false, false, Instant.now()));
    }
}
