package io.greenstack.platform.tracing;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.core.message.InboundMessage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * Starts the span of a batch of messages. The trace of a message that is alone in its batch is continued; those of several become
 * links. They are in the user properties of MQTT 5, or in the payload, since MQTT 3.1.1 has no headers. Ids exist also where the
 * OpenTelemetry SDK is disabled, so that logs and published messages always carry one.
 */
@ApplicationScoped
public class BatchTracing {

    private final Tracer tracer;

    /** For the container. */
    public BatchTracing(Tracer tracer) {
        this.tracer = tracer;
    }

    /**
     * Starts the span of a batch, whatever is current.
     *
     * @param name what is processed, of low cardinality, for example {@code telemetry}; never a device id
     * @param messages the batch
     * @return the current span; close it in a {@code try} block
     */
    public BatchSpan start(String name, List<InboundMessage> messages) {
        SpanBuilder builder = tracer.spanBuilder("process " + name).setNoParent().setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "mqtt").setAttribute("messaging.operation.name", "process")
                .setAttribute("messaging.operation.type", "process")
                .setAttribute("messaging.batch.message_count", messages.size());
        if (messages.size() == 1) {
            InboundMessage only = messages.get(0);
            builder.setAttribute("messaging.destination.name", only.topic());
            TraceParent.of(only).filter(TraceParent::sampled)
                    .ifPresent(parent -> builder.setParent(Context.root().with(Span.wrap(parent.remote()))));
        }
        Span span = builder.startSpan();
        BatchSpan batch = new BatchSpan(span, traceParent(span.getSpanContext()));
        if (messages.size() > 1) {
            messages.forEach(batch::linkFrom);
        }
        return batch;
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
