package io.greenstack.platform.tracing;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.opentelemetry.runtime.config.runtime.BatchSpanProcessorConfig;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.LateBoundSpanProcessor;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Puts {@link CountedSpans} between the spans and the exporter that Quarkus made. Quarkus builds a batch processor that tells
 * nobody what it drops and cannot be given a meter; so it is told to build the simple one ({@code quarkus.otel.simple}), which has
 * no thread and no queue, and that one is replaced before the first span.
 */
@Singleton
@Unremovable
@RegisterForReflection(targets = LateBoundSpanProcessor.class, methods = false)
class SpanExport implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    private final List<SpanProcessor> processors;
    private final BatchSpanProcessorConfig config;
    private final SpanFigures figures;

    SpanExport(@All List<SpanProcessor> processors, OTelRuntimeConfig config, SpanFigures figures) {
        this.processors = processors;
        this.config = config.bsp();
        this.figures = figures;
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        // logs go to the console; the processor that would send them looks for some every second
        builder.addPropertiesCustomizer(config -> Map.of("otel.logs.exporter", "none"));
        processors.stream().filter(LateBoundSpanProcessor.class::isInstance).map(LateBoundSpanProcessor.class::cast)
                .filter(processor -> !processor.isDelegateNull()).forEach(this::replace);
    }

    private void replace(LateBoundSpanProcessor processor) {
        try {
            Field delegate = LateBoundSpanProcessor.class.getDeclaredField("delegate");
            delegate.setAccessible(true);
            if (delegate.get(processor) instanceof SimpleSpanProcessor simple) {
                delegate.set(processor, new CountedSpans(simple.getSpanExporter(), limits(), figures));
            } else {
                // spans would be sent one by one, and wait for a dead collector without a bound
                throw new IllegalStateException("Spans cannot be counted: quarkus.otel.simple has to be true");
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Spans cannot be counted: " + e.getMessage(), e);
        }
    }

    private CountedSpans.Limits limits() {
        return new CountedSpans.Limits(config.maxQueueSize(), config.maxExportBatchSize(), config.scheduleDelay(),
                config.exportTimeout());
    }
}
