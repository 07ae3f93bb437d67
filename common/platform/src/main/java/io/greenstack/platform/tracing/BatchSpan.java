package io.greenstack.platform.tracing;

import org.jboss.logging.MDC;

import io.greenstack.core.message.InboundMessage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;

/**
 * The span of one batch, current on its thread from creation to {@link #close()}; both must happen on the same thread.
 */
public final class BatchSpan implements AutoCloseable {

    private static final String MDC_TRACE = "traceId";
    private static final String MDC_SPAN = "spanId";
    private static final int MAX_LINKS = 100;
    /** Of the batch that this thread handled last: what is measured of it afterwards belongs to its trace. */
    private static final ThreadLocal<SpanContext> LAST = new ThreadLocal<>();

    private final Span span;
    private final Scope scope;
    private final TraceParent traceParent;
    private final Object outerTrace;
    private final Object outerSpan;
    private int links;

    BatchSpan(Span span, TraceParent traceParent) {
        this.span = span;
        this.traceParent = traceParent;
        this.scope = span.makeCurrent();
        this.outerTrace = MDC.get(MDC_TRACE);
        this.outerSpan = MDC.get(MDC_SPAN);
        MDC.put(MDC_TRACE, traceParent.traceId());
        MDC.put(MDC_SPAN, traceParent.spanId());
    }

    /** Links the trace of a message, if it has one; of a batch the first hundred that have. */
    void linkFrom(InboundMessage message) {
        if (links < MAX_LINKS) {
            TraceParent.of(message).ifPresent(this::add);
        }
    }

    private void add(TraceParent parent) {
        links++;
        span.addLink(parent.remote());
    }

    /** Adds a figure, for example the number of points written. */
    public void attribute(String key, long value) {
        span.setAttribute(key, value);
    }

    /** Marks the batch as failed. */
    public void fail(Throwable error) {
        span.setStatus(StatusCode.ERROR, String.valueOf(error.getMessage()));
        span.recordException(error);
    }

    /** What to put into messages that are published because of this batch. */
    public String traceparent() {
        return traceParent.render();
    }

    /** 32 hex digits, as in the log. */
    public String traceId() {
        return traceParent.traceId();
    }

    /**
     * Does something in the trace of the batch that this thread handled last, as exemplar of a histogram for instance; without
     * one where there is none. The batch is forgotten then.
     */
    public static void afterwards(Runnable work) {
        SpanContext context = LAST.get();
        LAST.remove();
        if (context == null) {
            work.run();
        } else {
            try (Scope scope = Span.wrap(context).makeCurrent()) {
                work.run();
            }
        }
    }

    @Override
    public void close() {
        LAST.set(span.getSpanContext());
        restore(MDC_TRACE, outerTrace);
        restore(MDC_SPAN, outerSpan);
        scope.close();
        span.end();
    }

    private static void restore(String key, Object value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }
}
