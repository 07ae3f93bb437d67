package io.greenstack.bridge.telemetry;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.greenstack.core.message.TelemetryMessage;
import io.greenstack.core.message.TelemetryReader;
import io.greenstack.edge.intake.DeviceTimes;
import io.greenstack.edge.intake.IntakeBatch;
import io.greenstack.edge.intake.IntakeHandler;
import io.greenstack.edge.intake.TelemetryTopics;

/**
 * Telemetry from the broker. While Redis is away, the newest values wait in the {@link LiveBacklog} and their messages
 * are acknowledged; only what has no room there, and dead letters that cannot be stored, stays with the broker.
 */
@Singleton
public class TelemetryHandler implements IntakeHandler {

    private final TelemetryTopics topics;
    private final TelemetryReader reader;
    private final DeviceTimes times;
    private final TelemetryPipeline pipeline;
    private final LiveBacklog backlog;

    TelemetryHandler(TelemetryTopics topics, DeviceTimes times, TelemetryPipeline pipeline,
            LiveBacklog backlog) {
        this.topics = topics;
        this.reader = new TelemetryReader(times.rule());
        this.times = times;
        this.pipeline = pipeline;
        this.backlog = backlog;
    }

    @Override
    public void handle(IntakeBatch batch) {
        List<TelemetryItem> items = new ArrayList<>(batch.size());
        batch.each((index, message) -> {
            TelemetryMessage read = times.telemetry(message, reader);
            times.ageUnknown(message, read.timestamp());
            batch.leftOut(index, read.leftOut());
            items.add(new TelemetryItem(index, message, topics.device(message.topic()), read));
        });
        pipeline.process(batch, items, backlog::offer);
    }
}
