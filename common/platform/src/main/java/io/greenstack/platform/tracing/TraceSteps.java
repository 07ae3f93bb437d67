package io.greenstack.platform.tracing;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/**
 * Spans of single steps of a trace that is recorded. Where none is recorded there is no span either, so polls and health checks,
 * which belong to no message and no request, leave none. A step that fails carries the error.
 */
@Singleton
public class TraceSteps {

    private final Tracer tracer;

    public TraceSteps(Tracer tracer) {
        this.tracer = tracer;
    }

    /** What a step is. */
    public interface Detail {

        /** Sets attributes, with names of the conventions of OpenTelemetry where they have one. */
        void describe(Span span);
    }

    /**
     * Does a step on this thread; it is current meanwhile.
     *
     * @param name of low cardinality; never with a device id
     */
    public <T> T step(String name, SpanKind kind, Detail detail, Callable<T> work) throws Exception {
        if (!recorded(Span.current().getSpanContext())) {
            return work.call();
        }
        Span span = tracer.spanBuilder(name).setSpanKind(kind).startSpan();
        detail.describe(span);
        try (Scope current = span.makeCurrent()) {
            return work.call();
        } catch (Exception e) {
            fail(span, e);
            throw e;
        } finally {
            span.end();
        }
    }

    /** The same for work that throws nothing that is checked. */
    public <T> T run(String name, SpanKind kind, Detail detail, Supplier<T> work) {
        try {
            return step(name, kind, detail, work::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins a step that ends with the stage that the work gives, on whatever thread that is. */
    public <T> CompletionStage<T> async(Context parent, String name, SpanKind kind, Detail detail,
            Function<Context, CompletionStage<T>> work) {
        if (!recorded(Span.fromContext(parent).getSpanContext())) {
            return work.apply(parent);
        }
        Span span = tracer.spanBuilder(name).setParent(parent).setSpanKind(kind).startSpan();
        detail.describe(span);
        try {
            return work.apply(parent.with(span)).whenComplete((result, failure) -> {
                if (failure != null) {
                    fail(span, failure);
                }
                span.end();
            });
        } catch (RuntimeException e) {
            fail(span, e);
            span.end();
            throw e;
        }
    }

    /**
     * Sends a message of the trace that it belongs to, if it belongs to one that is recorded.
     *
     * @param kind of message, of low cardinality
     * @param topic of MQTT
     * @param traceparent of the message, null for none
     * @param send is given the trace context to send with it
     */
    public <T> CompletionStage<T> sending(String kind, String topic, String traceparent,
            Function<String, CompletionStage<T>> send) {
        TraceParent parent = TraceParent.parse(traceparent).filter(TraceParent::sampled).orElse(null);
        if (parent == null) {
            return send.apply(traceparent);
        }
        Context context = Context.root().with(Span.wrap(parent.remote()));
        return async(context, "send " + kind, SpanKind.PRODUCER,
                span -> span.setAttribute("messaging.system", "mqtt").setAttribute("messaging.operation.name", "send")
                        .setAttribute("messaging.operation.type", "send")
                        .setAttribute("messaging.destination.name", topic),
                sent -> send.apply(TraceParent.of(Span.fromContext(sent).getSpanContext()).orElse(parent).render()));
    }

    private static boolean recorded(SpanContext context) {
        return context.isValid() && context.isSampled();
    }

    private static void fail(Span span, Throwable failure) {
        span.setStatus(StatusCode.ERROR, String.valueOf(failure.getMessage()));
        span.setAttribute("error.type", failure.getClass().getName());
    }
}
