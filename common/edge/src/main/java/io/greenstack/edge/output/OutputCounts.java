package io.greenstack.edge.output;

import java.util.Map;
import java.util.stream.StreamSupport;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts of outputs, read where they are kept: in the metrics. */
@Singleton
public class OutputCounts {

    private final MeterRegistry metrics;

    OutputCounts(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /**
     * Value of a counter or gauge, added up over its tags.
     *
     * @param tags names and values in turns that it must have
     * @return 0 where there is none
     */
    public long of(String name, String... tags) {
        return Math.round(metrics.find(name).tags(tags).meters().stream().mapToDouble(OutputCounts::first).sum());
    }

    /**
     * Counts of an output that sends from a queue.
     *
     * @param prefix of the names of its meters
     * @return what was {@code sent}, is {@code waiting} and was {@code dropped}
     */
    public Map<String, Long> ofQueue(String prefix) {
        return Map.of("sent", of(prefix + ".published"), "waiting", of(prefix + ".waiting"), "dropped",
                of(prefix + ".dropped"));
    }

    private static double first(Meter meter) {
        double value = StreamSupport.stream(meter.measure().spliterator(), false).findFirst().map(Measurement::getValue)
                .orElse(0.0);
        return Double.isFinite(value) ? value : 0;
    }
}
