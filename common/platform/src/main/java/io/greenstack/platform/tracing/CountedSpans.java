package io.greenstack.platform.tracing;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import org.jboss.logging.Logger;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Hands spans to an exporter, a batch at a time on a thread of its own, and says what became of each. Whoever ends a span never
 * waits: where the collector is slow or away, spans wait up to a bound, and what comes then is refused.
 */
final class CountedSpans implements SpanProcessor {

    private static final Logger LOG = Logger.getLogger(CountedSpans.class);

    private final SpanProcessor batches;
    private final Limits limits;
    private final SpanFigures figures;
    private final AtomicInteger held = new AtomicInteger();

    /**
     * Bounds of what waits.
     *
     * @param spans how many wait or are being sent, at most; further ones are refused
     * @param batch how many are sent at once, at most
     * @param delay how long a span waits for others
     * @param answer how long the collector has for a batch
     */
    record Limits(int spans, int batch, Duration delay, Duration answer) {}

    CountedSpans(SpanExporter exporter, Limits limits, SpanFigures figures) {
        this.limits = limits;
        this.figures = figures;
        this.batches = BatchSpanProcessor.builder(new Sending(exporter)).setMaxQueueSize(limits.spans())
                .setMaxExportBatchSize(Math.min(limits.batch(), limits.spans())).setScheduleDelay(limits.delay())
                .setExporterTimeout(limits.answer()).build();
        figures.watch(held, limits.spans());
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // only what has ended is sent
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (!span.getSpanContext().isSampled()) {
            return;
        }
        if (held.incrementAndGet() > limits.spans()) {
            held.decrementAndGet();
            figures.refused().increment();
        } else {
            batches.onEnd(span);
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public CompletableResultCode shutdown() {
        return batches.shutdown();
    }

    @Override
    public CompletableResultCode forceFlush() {
        return batches.forceFlush();
    }

    @Override
    public String toString() {
        return "CountedSpans{" + batches + '}';
    }

    /** Waits for the answer itself, so that a batch is done, and counted, whatever the collector does. */
    private final class Sending implements SpanExporter {

        private final SpanExporter exporter;

        Sending(SpanExporter exporter) {
            this.exporter = exporter;
        }

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            int count = spans.size();
            figures.processed().add(count);
            boolean sent = sent(spans);
            count(sent ? figures.sent() : figures.failed(), count);
            return sent ? CompletableResultCode.ofSuccess() : CompletableResultCode.ofFailure();
        }

        private boolean sent(Collection<SpanData> spans) {
            try {
                return exporter.export(spans).join(limits.answer().toMillis(), TimeUnit.MILLISECONDS).isSuccess();
            } catch (RuntimeException e) {
                LOG.debugf(e, "Spans could not be sent");
                return false;
            }
        }

        private void count(LongAdder what, int spans) {
            what.add(spans);
            held.addAndGet(-spans);
        }

        @Override
        public CompletableResultCode flush() {
            return exporter.flush();
        }

        @Override
        public CompletableResultCode shutdown() {
            return exporter.shutdown();
        }

        @Override
        public String toString() {
            return exporter.toString();
        }
    }
}
