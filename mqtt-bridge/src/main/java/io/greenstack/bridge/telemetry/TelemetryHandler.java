package io.greenstack.bridge.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.InboundMessage;
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
        times.readAll(batch, this::read, Understood::ahead).forEach(one -> {
            TelemetryMessage read = one.value().message();
            times.ageUnknown(one.message(), read.timestamp());
            batch.leftOut(one.index(), read.leftOut());
            items.add(new TelemetryItem(one.index(), one.message(), one.value().device(), read));
        });
        pipeline.process(batch, items, backlog::offer);
    }

    private record Understood(DeviceId device, TelemetryMessage message) {

        boolean ahead() {
            return message.timestamp().ahead() != null;
        }
    }

    private Understood read(InboundMessage message, Instant arrival) {
        TelemetryMessage read = reader.read(message.payload(), arrival);
        return new Understood(topics.device(message.topic()), read);
    }
}
