package io.greenstack.bridge.dialect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.greenstack.bridge.outcome.Rejections;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.edge.mqtt.BatchHandler;
import io.greenstack.edge.mqtt.Outcome;
import io.greenstack.edge.mqtt.PauseException;
import io.greenstack.platform.tracing.BatchSpan;
import io.greenstack.platform.tracing.BatchTracing;

/**
 * Translates foreign messages and publishes what they say. A message is acknowledged when the broker has all of it; while the
 * broker takes nothing, the messages stay with it. A message is translated once, however often its publication is tried, because
 * dialects remember what they have seen.
 */
@Singleton
public class DialectHandler implements BatchHandler {

    private static final long LIMIT_SECONDS = 30;

    private final Dialects dialects;
    private final Publisher publisher;
    private final Rejections rejections;
    private final BatchTracing tracing;
    private final Map<InboundMessage, Translation> waiting = new IdentityHashMap<>();

    @Inject
    DialectHandler(Dialects dialects, Publisher publisher, Rejections rejections, BatchTracing tracing) {
        this.dialects = dialects;
        this.publisher = publisher;
        this.rejections = rejections;
        this.tracing = tracing;
    }

    @Override
    public List<Outcome> handle(List<InboundMessage> batch) throws InterruptedException {
        try (BatchSpan span = tracing.start("dialect translate", batch.size())) {
            return handle(batch, span.traceparent());
        }
    }

    private List<Outcome> handle(List<InboundMessage> batch, String traceparent) throws InterruptedException {
        Rejections.Batch outcomes = rejections.begin(batch, traceparent);
        List<CompletableFuture<Void>> published = new ArrayList<>();
        waiting.keySet().retainAll(identities(batch));
        for (int i = 0; i < batch.size(); i++) {
            InboundMessage message = batch.get(i);
            Translation translation = waiting.computeIfAbsent(message, this::translate);
            translation.publications()
                    .forEach(publication -> published.add(publisher.publish(publication).toCompletableFuture()));
            if (translation.rejection() == null) {
                outcomes.written(i);
            } else {
                outcomes.reject(i, translation.rejection().reason(), translation.rejection().getMessage());
            }
        }
        await(published);
        List<Outcome> results = outcomes.finish();
        for (int i = 0; i < batch.size(); i++) {
            if (results.get(i) != Outcome.RETRY) {
                waiting.remove(batch.get(i));
            }
        }
        return results;
    }

    private static Set<InboundMessage> identities(List<InboundMessage> batch) {
        Set<InboundMessage> identities = Collections.newSetFromMap(new IdentityHashMap<>());
        identities.addAll(batch);
        return identities;
    }

    private Translation translate(InboundMessage message) {
        try {
            Dialect dialect = dialects.of(message.topic());
            return dialect == null
                    ? new Translation(List.of(),
                            new PayloadException(RejectReason.UNKNOWN_TOPIC,
                                    "No dialect is switched on for this topic"))
                    : dialect.translate(message);
        } catch (PayloadException e) {
            return new Translation(List.of(), e);
        }
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
