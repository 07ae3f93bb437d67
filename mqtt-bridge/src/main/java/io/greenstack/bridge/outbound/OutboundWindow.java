package io.greenstack.bridge.outbound;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongPredicate;

import io.greenstack.bridge.dialect.Publication;
import io.greenstack.bridge.dialect.Publisher;
import io.greenstack.edge.mqtt.ConnectionLostException;
import io.greenstack.edge.mqtt.MessageRefusedException;
import io.greenstack.platform.outbound.OutboundEntry;
import io.greenstack.platform.outbound.OutboundMessage;
import io.greenstack.platform.outbound.OutboundRefusal;

/**
 * Sends the oldest messages of the queue, many at a time, and judges what became of each.
 * <p>
 * A broker of MQTT 5 says which message it refuses, and why. One of MQTT 3.1.1 closes the connection instead. So the first
 * message without an acknowledgement is suspected: when the connection ends over it twice, it is sent alone, and when that
 * happens again and again, it is refused, so that it does not stop all others for ever. Not thread-safe.
 */
final class OutboundWindow {

    /** Connections lost over a message after which it is sent alone. */
    static final int ALONE_AFTER = 2;
    /** Connections lost over a message after which it is refused. */
    static final int REFUSED_AFTER = 5;

    private static final long TICK_SECONDS = 3;

    private final Publisher broker;
    private String suspect;
    private int losses;

    OutboundWindow(Publisher broker) {
        this.broker = broker;
    }

    /**
     * What became of the messages; those that are not named stay in the queue.
     *
     * @param published acknowledged by the broker
     * @param expired too late to be published
     * @param refused never to be published
     * @param waiting why the others have to wait, null if there are none
     */
    record Results(List<OutboundEntry> published, List<OutboundEntry> expired, List<OutboundRefusal> refused,
            String waiting) {}

    /** How many messages to send at once. */
    int size(int configured) {
        return losses >= ALONE_AFTER ? 1 : configured;
    }

    /**
     * Sends messages in their order and waits for the acknowledgements.
     *
     * @param entries oldest first, at most {@link #size}
     * @param now time by which messages are too late
     * @param patience asked every few seconds, with the seconds since the beginning, whether to go on waiting
     */
    Results publish(List<OutboundEntry> entries, Instant now, LongPredicate patience) throws InterruptedException {
        Results results = new Results(new ArrayList<>(entries.size()), new ArrayList<>(), new ArrayList<>(), null);
        List<CompletableFuture<Void>> sent = entries.stream().map(entry -> send(entry, now)).toList();
        Set<String> held = new HashSet<>();
        String waiting = null;
        for (int i = 0; i < entries.size(); i++) {
            OutboundEntry entry = entries.get(i);
            if (entry.damage() != null) {
                results.refused().add(new OutboundRefusal(entry, entry.damage()));
            } else if (late(entry.message(), now)) {
                results.expired().add(entry);
            } else if (waiting == null) {
                Throwable failure = await(sent.get(i), patience);
                waiting = judge(entry, failure, results);
                if (waiting != null) {
                    held.add(entry.message().topic());
                }
            } else if (!acknowledged(sent.get(i)) || held.contains(entry.message().topic())) {
                // Behind an older one of its topic it has to be sent again, or the older one would come last.
                held.add(entry.message().topic());
            } else {
                results.published().add(entry);
            }
        }
        return new Results(results.published(), results.expired(), results.refused(), waiting);
    }

    private CompletableFuture<Void> send(OutboundEntry entry, Instant now) {
        if (entry.damage() != null || late(entry.message(), now)) {
            return null;
        }
        OutboundMessage message = entry.message();
        return broker.publish(new Publication(message.topic(), message.payload(), message.qos(), message.retain(),
                message.traceparent(), null)).toCompletableFuture();
    }

    private static boolean late(OutboundMessage message, Instant now) {
        return message.expiresAt() != null && now.isAfter(message.expiresAt());
    }

    private static boolean acknowledged(CompletableFuture<Void> sent) {
        return sent.isDone() && !sent.isCompletedExceptionally();
    }

    /** Waits for an acknowledgement; why there is none, null if there is one. */
    private static Throwable await(CompletableFuture<Void> sent, LongPredicate patience) throws InterruptedException {
        long seconds = 0;
        while (true) {
            try {
                sent.get(TICK_SECONDS, TimeUnit.SECONDS);
                return null;
            } catch (ExecutionException e) {
                return e.getCause();
            } catch (TimeoutException e) {
                seconds += TICK_SECONDS;
                if (!patience.test(seconds)) {
                    return new TimeoutException("The broker has not acknowledged within " + seconds + " s");
                }
            }
        }
    }

    /** Accounts for the oldest message that is not settled; why it has to wait, null if it need not. */
    private String judge(OutboundEntry entry, Throwable failure, Results results) {
        if (failure == null) {
            results.published().add(entry);
            forgive(entry);
            return null;
        }
        if (failure instanceof MessageRefusedException) {
            results.refused().add(new OutboundRefusal(entry, failure.getMessage()));
            forgive(entry);
            return null;
        }
        if (failure instanceof ConnectionLostException) {
            losses = entry.position().equals(suspect) ? losses + 1 : 1;
            suspect = entry.position();
            if (losses >= REFUSED_AFTER) {
                results.refused().add(new OutboundRefusal(entry, "The broker closed the connection " + losses
                        + " times when it got this message"));
                forgive(entry);
                return null;
            }
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private void forgive(OutboundEntry entry) {
        if (entry.position().equals(suspect)) {
            suspect = null;
            losses = 0;
        }
    }
}
