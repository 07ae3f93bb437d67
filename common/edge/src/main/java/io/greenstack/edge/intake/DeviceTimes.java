package io.greenstack.edge.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.greenstack.core.message.ClockRule;
import io.greenstack.core.message.EventReader;
import io.greenstack.core.message.EventReader.EventMessages;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.TelemetryMessage;
import io.greenstack.core.message.TelemetryReader;
import io.greenstack.core.message.Timestamp;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * What the times of messages are worth, decided once for all that is taken from the broker.
 * <p>
 * A time that lies ahead of ours is judged by the {@link ClockRule}. A message that the broker had retained is old: the broker
 * sends it again at every connect. Where it gives no time of its own, nobody knows how old, so it makes no point, event or sign
 * of life; the live view takes it where it has nothing else.
 */
@Singleton
public class DeviceTimes {

    /** More than are under way between a broker and a service. */
    private static final int REMEMBERED = 50_000;

    private final ClockRule rule;
    private final FirstArrivals arrivals = new FirstArrivals(REMEMBERED);
    private final Counter retained;

    @Inject
    DeviceTimes(ClockSettings settings, MeterRegistry metrics) {
        this(settings.allowedSkew(), metrics);
    }

    /** @param allowed how far ahead a time of a device may lie */
    public DeviceTimes(Duration allowed, MeterRegistry metrics) {
        Timer skews = Timer.builder("greenstack.clock.ahead")
                .description("By how much times of devices lay ahead of ours, where the arrival took their place")
                .register(metrics);
        this.rule = new ClockRule(allowed, skews::record);
        this.retained = Counter.builder("greenstack.messages.retained.old")
                .description("Retained messages without a time of their own, which are not new")
                .register(metrics);
    }

    /** For readers of payloads. */
    public ClockRule rule() {
        return rule;
    }

    /**
     * Reads a message. When its time lies ahead and the arrival takes its place, that is the first arrival however often the
     * broker delivers it.
     *
     * @param reader reads a payload that arrived at a time
     * @param ahead whether what was read has a time that lay ahead
     */
    public <T> T read(InboundMessage message, BiFunction<byte[], Instant, T> reader, Predicate<T> ahead) {
        T read = reader.apply(message.payload(), message.receivedAt());
        if (!ahead.test(read)) {
            return read;
        }
        Instant first = arrivals.of(message);
        return first.equals(message.receivedAt()) ? read : reader.apply(message.payload(), first);
    }

    /** Reads telemetry, as {@link #read}. */
    public TelemetryMessage telemetry(InboundMessage message, TelemetryReader reader) {
        return read(message, reader::read, read -> read.timestamp().ahead() != null);
    }

    /** Reads events, as {@link #read}; those of unknown age are left out. */
    public EventMessages events(InboundMessage message, EventReader reader) {
        EventMessages all = read(message, reader::read,
                read -> read.events().stream().anyMatch(event -> event.timestamp().ahead() != null));
        return message.retained()
                ? new EventMessages(all.events().stream().filter(event -> !ageUnknown(message, event.timestamp()))
                        .toList(), all.leftOut())
                : all;
    }

    /** Whether a message is retained and of unknown age; counts it. */
    public boolean ageUnknown(InboundMessage message, Timestamp timestamp) {
        boolean old = message.retained() && !timestamp.fromDevice();
        if (old) {
            retained.increment();
        }
        return old;
    }
}
