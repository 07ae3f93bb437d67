package io.greenstack.api.telemetry;

import io.greenstack.common.tracing.TraceParent;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;

/** From {@code traceparent} values that the bridge wrote to OpenTelemetry contexts. */
final class Traces {

    private Traces() {}

    /** The remote span a value names. */
    static SpanContext remote(TraceParent parent) {
        return SpanContext.createFromRemoteParent(parent.traceId(), parent.spanId(),
                parent.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault());
    }
}
