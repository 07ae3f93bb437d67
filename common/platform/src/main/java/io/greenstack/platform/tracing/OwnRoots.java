package io.greenstack.platform.tracing;

import java.util.List;

import jakarta.inject.Singleton;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.quarkus.arc.Unremovable;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;

/**
 * Lets a trace begin only with a request or a message. A statement or a call without one above it is a poll or a health check of
 * a service that rests; what samples the rest is the operator's to choose.
 */
@Singleton
@Unremovable
class OwnRoots implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addSamplerCustomizer((sampler, config) -> new NoPolls(sampler));
    }

    /**
     * The sampler.
     *
     * @param others decides about all that is no poll
     */
    record NoPolls(Sampler others) implements Sampler {

        @Override
        public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind,
                Attributes attributes, List<LinkData> links) {
            boolean below = Span.fromContext(parent).getSpanContext().isValid();
            return below || kind != SpanKind.CLIENT && kind != SpanKind.INTERNAL
                    ? others.shouldSample(parent, traceId, name, kind, attributes, links)
                    : SamplingResult.drop();
        }

        @Override
        public String getDescription() {
            return "NoPolls{" + others.getDescription() + '}';
        }
    }
}
