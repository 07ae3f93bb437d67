package io.greenstack.edge.mqtt;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.greenstack.platform.tracing.BatchSpan;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;

/** How long messages are held, from their arrival until they are stored. */
final class SettlingTimes {

    private static final Duration[] BOUNDS = {Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(100),
            Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30),
            Duration.ofMinutes(5)};

    private volatile Timer timer;

    void bindTo(MeterRegistry registry, Iterable<Tag> tags) {
        timer = Timer.builder("greenstack.messages.lag").tags(tags).serviceLevelObjectives(BOUNDS)
                .description("Time from arrival until stored, of the oldest message of each batch").register(registry);
    }

    /** A batch was stored; one figure for all of it, because one for each message would cost more than it tells. */
    void settled(Pending oldest) {
        Timer bound = timer;
        if (bound != null) {
            BatchSpan.afterwards(() -> bound.record(System.nanoTime() - oldest.arrivedNanos, TimeUnit.NANOSECONDS));
        }
    }
}
