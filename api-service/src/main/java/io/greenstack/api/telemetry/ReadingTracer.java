package io.greenstack.api.telemetry;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.platform.tracing.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** Continues the trace of a reading, which the bridge began, where the API passes the reading on. */
@ApplicationScoped
class ReadingTracer {

    private static final String MEMBER = "\"traceparent\":\"";

    private final Tracer tracer;

    public ReadingTracer(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Runs the work in a CONSUMER span that is a child of the reading's span and linked with the present one. */
    void trace(String name, String reading, Runnable work) {
        Optional<TraceParent> parent = parent(reading);
        if (parent.isEmpty()) {
            work.run();
            return;
        }
        Context context = Context.root().with(Span.wrap(parent.get().remote()));
        SpanBuilder builder = tracer.spanBuilder(name).setParent(context).setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "redis").setAttribute("messaging.operation.type", "process");
        if (Span.current().getSpanContext().isValid()) {
            builder.addLink(Span.current().getSpanContext());
        }
        Span span = builder.startSpan();
        try (Scope scope = span.makeCurrent()) {
            work.run();
        } finally {
            span.end();
        }
    }

    /** The {@code traceparent} member of a reading; a search, since the rest of the reading is passed on unread. */
    private static Optional<TraceParent> parent(String reading) {
        int at = reading.indexOf(MEMBER);
        int end = at < 0 ? -1 : reading.indexOf('"', at + MEMBER.length());
        return end < 0 ? Optional.empty() : TraceParent.parse(reading.substring(at + MEMBER.length(), end));
    }
}
