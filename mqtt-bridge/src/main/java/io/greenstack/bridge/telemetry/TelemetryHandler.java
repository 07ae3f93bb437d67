package io.greenstack.bridge.telemetry;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.greenstack.bridge.outcome.Rejections;
import io.greenstack.bridge.telemetry.Fate.Rejected;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.TelemetryReader;
import io.greenstack.edge.mqtt.BatchHandler;
import io.greenstack.edge.mqtt.Outcome;
import io.greenstack.edge.mqtt.TelemetryTopics;
import io.greenstack.platform.tracing.BatchSpan;
import io.greenstack.platform.tracing.BatchTracing;

/**
 * Telemetry from the broker. While Redis is away, the newest values wait in the {@link LiveBacklog} and their messages
 * are acknowledged; only what has no room there, and dead letters that cannot be stored, stays with the broker.
 */
@Singleton
public class TelemetryHandler implements BatchHandler {

    private final TelemetryTopics topics;
    private final TelemetryReader reader;
    private final TelemetryPipeline pipeline;
    private final LiveBacklog backlog;
    private final Rejections rejections;
    private final BatchTracing tracing;

    @Inject
    TelemetryHandler(TelemetryTopics topics, Clock clock, TelemetryPipeline pipeline, LiveBacklog backlog,
            Rejections rejections, BatchTracing tracing) {
        this.topics = topics;
        this.reader = new TelemetryReader(clock);
        this.pipeline = pipeline;
        this.backlog = backlog;
        this.rejections = rejections;
        this.tracing = tracing;
    }

    @Override
    public List<Outcome> handle(List<InboundMessage> batch) {
        try (BatchSpan span = tracing.start("telemetry process", batch.size())) {
            batch.forEach(message -> span.linkFrom(message.payload()));
            return handle(batch, span.traceparent());
        }
    }

    private List<Outcome> handle(List<InboundMessage> batch, String traceparent) {
        Rejections.Batch outcomes = rejections.begin(batch, traceparent);
        List<TelemetryItem> items = new ArrayList<>(batch.size());
        List<Integer> indexes = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            InboundMessage message = batch.get(i);
            try {
                items.add(new TelemetryItem(message, topics.device(message.topic()),
                        reader.read(message.payload(), message.receivedAt())));
                indexes.add(i);
            } catch (PayloadException e) {
                outcomes.reject(i, e.reason(), e.getMessage());
            }
        }
        List<Fate> fates = pipeline.process(items, traceparent);
        for (int i = 0; i < items.size(); i++) {
            int index = indexes.get(i);
            if (fates.get(i) instanceof Rejected rejected) {
                outcomes.reject(index, rejected.reason(), rejected.detail());
            } else if (fates.get(i) == Fate.AWAY && !backlog.offer(items.get(i))) {
                outcomes.retry(index);
            } else {
                outcomes.written(index);
            }
        }
        return outcomes.finish();
    }
}
