package io.greenstack.platform.tracing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.arc.Unremovable;

/**
 * What became of the spans of this process. Names are those of OpenTelemetry's conventions for figures of an SDK; an
 * {@code error.type} that is empty stands for success there. All are zero where no collector is named.
 */
@Singleton
@Unremovable
class SpanFigures implements MeterBinder {

    private static final String PROCESSED = "otel.sdk.processor.span.processed";
    private static final String EXPORTED = "otel.sdk.exporter.span.exported";
    private static final String ERROR = "error.type";

    private final LongAdder processed = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile AtomicInteger held = new AtomicInteger();
    private volatile int capacity;

    @Override
    public void bindTo(MeterRegistry registry) {
        counter(registry, PROCESSED, "", processed,
                "Spans that were handed to the exporter, or dropped for want of room");
        counter(registry, PROCESSED, "queue_full", refused,
                "Spans that were handed to the exporter, or dropped for want of room");
        counter(registry, EXPORTED, "", sent, "Spans that the collector took, or did not take and that are lost");
        counter(registry, EXPORTED, "failed", failed,
                "Spans that the collector took, or did not take and that are lost");
        Gauge.builder("otel.sdk.processor.span.queue.size", this, figures -> figures.held.get())
                .description("Spans that wait for the collector").register(registry);
        Gauge.builder("otel.sdk.processor.span.queue.capacity", this, figures -> figures.capacity)
                .description("Spans that may wait for the collector").register(registry);
    }

    private static void counter(MeterRegistry registry, String name, String error, LongAdder count, String help) {
        FunctionCounter.builder(name, count, LongAdder::sum).tag(ERROR, error).description(help).register(registry);
    }

    /** Shows how many spans wait, of how many that may. */
    void watch(AtomicInteger waiting, int most) {
        held = waiting;
        capacity = most;
    }

    /** Handed to the exporter. */
    LongAdder processed() {
        return processed;
    }

    /** Dropped because too many waited. */
    LongAdder refused() {
        return refused;
    }

    /** Taken by the collector. */
    LongAdder sent() {
        return sent;
    }

    /** Lost because the collector was away, silent or refused them. */
    LongAdder failed() {
        return failed;
    }
}
