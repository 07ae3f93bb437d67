package io.greenstack.edge.intake;

import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.greenstack.core.message.ClockRule;
import io.greenstack.core.message.InboundMessage;
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

    private final ClockRule rule;
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

    /** Whether a message is retained and of unknown age; counts it. */
    public boolean ageUnknown(InboundMessage message, Timestamp timestamp) {
        boolean old = message.retained() && !timestamp.fromDevice();
        if (old) {
            retained.increment();
        }
        return old;
    }
}
