package io.greenstack.edge.sink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.EventReader;
import io.greenstack.core.message.EventReader.EventMessages;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.RawProcessData;
import io.greenstack.core.message.TelemetryMessage;
import io.greenstack.core.message.TelemetryReader;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.intake.DeviceTimes;
import io.greenstack.edge.intake.IntakeBatch;
import io.greenstack.edge.intake.IntakeHandler;
import io.greenstack.edge.intake.PauseException;
import io.greenstack.edge.intake.TelemetryTopics;
import io.greenstack.platform.layout.LayoutSource;

/**
 * Takes telemetry and events to a sink: read, look up layouts, decode, write. A message counts as written when the sink has
 * all of it. Safe for several batches at once.
 */
final class SinkHandler implements IntakeHandler {

    private static final Duration REDIS_PATIENCE = Duration.ofSeconds(5);
    private static final String EVENTS_SUFFIX = "/" + TopicKind.EVENTS.suffix();

    private final Topics topics;
    private final TelemetryTopics telemetryTopics;
    private final TelemetryReader reader;
    private final EventReader events;
    private final DeviceTimes times;
    private final LayoutSource layouts;
    private final Sink sink;

    SinkHandler(Topics topics, TelemetryTopics telemetryTopics, DeviceTimes times, LayoutSource layouts,
            Sink sink) {
        this.topics = topics;
        this.telemetryTopics = telemetryTopics;
        this.reader = new TelemetryReader(times.rule());
        this.events = new EventReader(times.rule());
        this.times = times;
        this.layouts = layouts;
        this.sink = sink;
    }

    /** A message that was understood: telemetry, or else events. */
    private record Understood(int index, String device, TelemetryMessage telemetry, EventMessages events) {

        boolean raw() {
            return telemetry instanceof RawProcessData;
        }
    }

    @Override
    public void handle(IntakeBatch batch) {
        List<Understood> read = new ArrayList<>(batch.size());
        batch.each((index, message) -> {
            Understood one = read(index, message);
            batch.leftOut(index, one.events() == null ? one.telemetry().leftOut() : one.events().leftOut());
            if (one.events() != null
                    ? one.events().events().isEmpty()
                    : times.ageUnknown(message, one.telemetry().timestamp())) {
                batch.written(index);
            } else {
                read.add(one);
            }
        });
        Map<String, LayoutLookup> found = lookUp(read);
        List<SinkMessage> messages = new ArrayList<>(read.size());
        List<Integer> indexes = new ArrayList<>(read.size());
        long points = 0;
        for (Understood one : read) {
            LayoutLookup layout = found.get(one.device());
            if (one.raw() && layout instanceof LayoutLookup.Unavailable away) {
                batch.pause(new PauseException("layouts are not available: " + away.reason()));
            } else {
                batch.attempt(one.index(), (index, message) -> {
                    List<Reading> readings = one.events() == null
                            ? ReadingComposer.telemetry(one.device(), one.telemetry(), layout,
                                    fault -> batch.partial(index, List.of(fault)))
                            : ReadingComposer.events(one.events().events(), layout);
                    if (readings.isEmpty()) {
                        batch.written(index);
                    } else {
                        messages.add(new SinkMessage(one.device(), readings));
                        indexes.add(index);
                    }
                });
            }
        }
        for (SinkMessage message : messages) {
            points += message.readings().size();
        }
        batch.span().attribute("greenstack.points", points);
        settle(batch, indexes, messages.isEmpty() ? List.of() : sink.write(messages));
    }

    private Understood read(int index, InboundMessage message) {
        if (message.topic().endsWith(EVENTS_SUFFIX)) {
            DeviceId device = topics.parse(message.topic()).deviceId();
            return new Understood(index, device.value(), null, times.events(message, events));
        }
        DeviceId device = telemetryTopics.device(message.topic());
        return new Understood(index, device.value(), times.telemetry(message, reader), null);
    }

    private Map<String, LayoutLookup> lookUp(List<Understood> read) {
        Set<String> devices = new HashSet<>();
        for (Understood one : read) {
            if (one.raw() || one.events() != null) {
                devices.add(one.device());
            }
        }
        return devices.isEmpty() ? Map.of() : layouts.lookup(devices).await().atMost(REDIS_PATIENCE);
    }

    private static void settle(IntakeBatch batch, List<Integer> indexes, List<SinkResult> results) {
        if (results.size() != indexes.size()) {
            throw new IllegalStateException(
                    "The sink gave " + results.size() + " results for " + indexes.size() + " messages");
        }
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof SinkResult.Refused refused) {
                batch.reject(indexes.get(i), refused.reason(), refused.detail());
            } else if (results.get(i) instanceof SinkResult.Waits waits) {
                batch.pause(waits.why());
            } else {
                if (results.get(i) instanceof SinkResult.Partly partly) {
                    batch.partial(indexes.get(i), partly.faults());
                }
                batch.written(indexes.get(i));
            }
        }
    }
}
