package io.greenstack.edge.sink;

import java.time.Duration;
import java.time.Instant;
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
    private final Strangers strangers;
    private final Sink sink;

    SinkHandler(Topics topics, TelemetryTopics telemetryTopics, DeviceTimes times, LayoutSource layouts,
            Strangers strangers, Sink sink) {
        this.topics = topics;
        this.telemetryTopics = telemetryTopics;
        this.reader = new TelemetryReader(times.rule());
        this.events = new EventReader(times.rule());
        this.times = times;
        this.layouts = layouts;
        this.strangers = strangers;
        this.sink = sink;
    }

    /** What was understood: telemetry, or else events. */
    private record Understood(String device, TelemetryMessage telemetry, EventMessages events) {

        boolean raw() {
            return telemetry instanceof RawProcessData;
        }

        /** Whether it is process data of a device that is not registered. */
        boolean strange(LayoutLookup layout) {
            return raw() && layout instanceof LayoutLookup.UnknownDevice;
        }

        boolean ahead() {
            return events == null ? telemetry.timestamp().ahead() != null : events.ahead();
        }
    }

    @Override
    public void handle(IntakeBatch batch) {
        List<DeviceTimes.Read<Understood>> read = new ArrayList<>(batch.size());
        for (DeviceTimes.Read<Understood> one : times.readAll(batch, this::read, Understood::ahead)) {
            Understood understood = news(one.message(), one.value());
            batch.leftOut(one.index(), understood.events() == null
                    ? understood.telemetry().leftOut()
                    : understood.events().leftOut());
            if (understood.events() != null
                    ? understood.events().events().isEmpty()
                    : times.ageUnknown(one.message(), understood.telemetry().timestamp())) {
                batch.written(one.index());
            } else {
                read.add(new DeviceTimes.Read<>(one.index(), one.message(), understood));
            }
        }
        Map<String, LayoutLookup> found = lookUp(read);
        Strangers.Round round = strangers.round(strange(read, found));
        List<SinkMessage> messages = new ArrayList<>(read.size());
        List<Integer> indexes = new ArrayList<>(read.size());
        long points = 0;
        for (DeviceTimes.Read<Understood> each : read) {
            Understood one = each.value();
            LayoutLookup layout = found.get(one.device());
            if (one.raw() && layout instanceof LayoutLookup.Unavailable away) {
                batch.pause(new PauseException("layouts are not available: " + away.reason()));
            } else {
                batch.attempt(each.index(), (index, message) -> {
                    if (one.strange(layout)) {
                        round.admit(index, one.device(), (RawProcessData) one.telemetry());
                    }
                    List<Reading> readings = one.events() == null
                            ? ReadingComposer.telemetry(one.telemetry(), layout,
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
        List<SinkResult> results = messages.isEmpty() ? List.of() : sink.write(messages);
        note(round, indexes, results);
        settle(batch, indexes, results);
    }

    private static Set<String> strange(List<DeviceTimes.Read<Understood>> read, Map<String, LayoutLookup> found) {
        Set<String> devices = new HashSet<>();
        for (DeviceTimes.Read<Understood> one : read) {
            if (one.value().strange(found.get(one.value().device()))) {
                devices.add(one.value().device());
            }
        }
        return devices;
    }

    private static void note(Strangers.Round round, List<Integer> indexes, List<SinkResult> results) {
        for (int i = 0; i < Math.min(indexes.size(), results.size()); i++) {
            if (results.get(i) instanceof SinkResult.Stored || results.get(i) instanceof SinkResult.Partly) {
                round.stored(indexes.get(i));
            }
        }
        round.end();
    }

    private Understood read(InboundMessage message, Instant arrival) {
        if (message.topic().endsWith(EVENTS_SUFFIX)) {
            DeviceId device = topics.parse(message.topic()).deviceId();
            return new Understood(device.value(), null, events.read(message.payload(), arrival));
        }
        DeviceId device = telemetryTopics.device(message.topic());
        return new Understood(device.value(), reader.read(message.payload(), arrival), null);
    }

    private Understood news(InboundMessage message, Understood read) {
        return read.events() == null
                ? read
                : new Understood(read.device(), null, times.news(message, read.events()));
    }

    private Map<String, LayoutLookup> lookUp(List<DeviceTimes.Read<Understood>> read) {
        Set<String> devices = new HashSet<>();
        for (DeviceTimes.Read<Understood> one : read) {
            if (one.value().raw() || one.value().events() != null) {
                devices.add(one.value().device());
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
