package io.greenstack.platform.tracing;

import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;

/**
 * Starts the span of a batch of messages. The messages' own traces, if any, become links: they are in the user
 * properties of MQTT 5, or in the payload, since MQTT 3.1.1 has no headers. Ids exist also where the OpenTelemetry SDK is disabled, so that logs and published messages always
 * carry one.
 */
@ApplicationScoped
public class BatchTracing {

    private final Tracer tracer;

    /** For the container. */
    public BatchTracing(Tracer tracer) {
        this.tracer = tracer;
    }

    /**
     * Starts a new trace, whatever is current.
     *
     * @param name low-cardinality name, for example {@code telemetry process}; never a device id
     * @param messages number of messages in the batch
     * @return the current span; close it in a {@code try} block
     */
    public BatchSpan start(String name, int messages) {
        Span span = tracer.spanBuilder(name).setNoParent().setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "mqtt").setAttribute("messaging.batch.message_count", messages)
                .startSpan();
        return new BatchSpan(span, traceParent(span.getSpanContext()));
    }

    /** The present span's {@code traceparent}, for messages published outside a batch; a fresh one where there is none. */
    public static String currentTraceparent() {
        return traceParent(Span.current().getSpanContext()).render();
    }

    private static TraceParent traceParent(SpanContext context) {
        return TraceParent.of(context).orElseGet(BatchTracing::fresh);
    }

    private static TraceParent fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new TraceParent(hex(random.nextLong()) + hex(random.nextLong() | 1), hex(random.nextLong() | 1), false);
    }

    private static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
