package io.greenstack.bridge.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Singleton;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.Timestamp;
import io.greenstack.edge.intake.DeviceTimes;
import io.greenstack.edge.intake.IntakeBatch;
import io.greenstack.edge.intake.IntakeHandler;
import io.greenstack.edge.intake.PauseException;
import io.greenstack.edge.intake.UnusedParts;
import io.greenstack.edge.mqtt.MessageRefusedException;

/**
 * Translates foreign messages and publishes what they say. A message is acknowledged when the broker has all of it; while the
 * broker takes nothing, the messages stay with it. A message is translated once, however often its publication is tried, because
 * dialects remember what they have seen.
 */
@Singleton
public class DialectHandler implements IntakeHandler {

    private static final long LIMIT_SECONDS = 30;

    private final Dialects dialects;
    private final Publisher publisher;
    private final UnusedParts unused;
    private final DeviceTimes times;
    private final OwnOutput own;
    /** What was said by messages whose publication has to be tried again; a message that does not come again is forgotten. */
    private final Map<InboundMessage, Translation> waiting = new WeakHashMap<>();

    DialectHandler(Dialects dialects, Publisher publisher, UnusedParts unused, DeviceTimes times, OwnOutput own) {
        this.own = own;
        this.unused = unused;
        this.times = times;
        this.dialects = dialects;
        this.publisher = publisher;
    }

    /** The same for other dialects. */
    public DialectHandler of(Dialects others) {
        return new DialectHandler(others, publisher, unused, times, own);
    }

    @Override
    public void handle(IntakeBatch batch) throws InterruptedException {
        List<CompletableFuture<Void>> published = new ArrayList<>();
        Map<Integer, String> refused = new ConcurrentHashMap<>();
        batch.each((index, message) -> {
            Translation translation = waiting.computeIfAbsent(message, this::translate);
            translation.publications().stream().filter(publication -> !old(message, publication))
                    .forEach(publication -> published.add(publisher.publish(publication.in(batch.traceparent()))
                            .exceptionally(failure -> refused(failure, index, refused)).toCompletableFuture()));
            if (translation.rejection() != null) {
                throw translation.rejection();
            }
        });
        await(published);
        refused.forEach((index, why) -> batch.reject(index, RejectReason.NOT_PUBLISHABLE, why));
        for (int i = 0; i < batch.size(); i++) {
            batch.written(i);
        }
    }

    /**
     * The broker sends a retained message again at every connect. What it says without a time of its own got that of the arrival,
     * and would look like a new value or event each time. A state is no news, and is kept.
     */
    private boolean old(InboundMessage message, Publication publication) {
        return !publication.retain() && message.receivedAt().equals(publication.time())
                && times.ageUnknown(message, new Timestamp(message.receivedAt(), false));
    }

    private Translation translate(InboundMessage message) {
        if (own.concerns(message.topic())) {
            return Translation.NOTHING;
        }
        Dialect dialect = dialects.of(message.topic());
        if (dialect == null) {
            throw new PayloadException(RejectReason.UNKNOWN_TOPIC, "No dialect is switched on for this topic");
        }
        Translation translation = dialect.translate(message);
        unused.note(dialect.name(), message.topic(), translation.unused());
        return translation;
    }

    /** What the broker never takes must not hold up what comes behind it. */
    private static Void refused(Throwable failure, int index, Map<Integer, String> refused) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof MessageRefusedException) {
            refused.put(index, cause.getMessage());
            return null;
        }
        throw new CompletionException(cause);
    }

    private static void await(List<CompletableFuture<Void>> published) throws InterruptedException {
        try {
            CompletableFuture.allOf(published.toArray(CompletableFuture[]::new)).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | CompletionException e) {
            throw new PauseException("translated messages wait for the broker: " + e.getCause().getMessage());
        } catch (TimeoutException e) {
            throw new PauseException("translated messages wait for the broker: no acknowledgement");
        }
    }
}
