package io.greenstack.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;

class CountedSpansTest {

    private static final int ROOM = 8;
    private static final Duration LONG = Duration.ofMinutes(5);

    private final SpanFigures figures = new SpanFigures();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Queue<CompletableResultCode> asked = new ConcurrentLinkedQueue<>();
    private SdkTracerProvider provider;

    /** Answers each batch as it is told, and keeps nothing. */
    private record Collector(Function<Collection<SpanData>, CompletableResultCode> answer) implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return answer.apply(spans);
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    private CompletableResultCode later(Collection<SpanData> spans) {
        CompletableResultCode result = new CompletableResultCode();
        asked.add(result);
        return result;
    }

    private Tracer tracer(SpanExporter exporter, Duration answer, Sampler sampler) {
        figures.bindTo(registry);
        provider = SdkTracerProvider.builder().setSampler(sampler).addSpanProcessor(new CountedSpans(exporter,
                new CountedSpans.Limits(ROOM, 4, Duration.ofMillis(5), answer), figures)).build();
        return provider.get("test");
    }

    @AfterEach
    void stop() {
        asked.forEach(CompletableResultCode::fail);
        provider.close();
    }

    private static void end(Tracer tracer, int spans) {
        for (int i = 0; i < spans; i++) {
            tracer.spanBuilder("span").startSpan().end();
        }
    }

    private double count(String name, String error) {
        return registry.get(name).tag("error.type", error).functionCounter().count();
    }

    private double exported(String error) {
        return count("otel.sdk.exporter.span.exported", error);
    }

    private double refused() {
        return count("otel.sdk.processor.span.processed", "queue_full");
    }

    private double waiting() {
        return registry.get("otel.sdk.processor.span.queue.size").gauge().value();
    }

    @Test
    void whatACollectorTakesIsSent() {
        end(tracer(new Collector(spans -> CompletableResultCode.ofSuccess()), LONG, Sampler.alwaysOn()), 5);

        await().until(() -> exported("") == 5);
        assertThat(waiting()).isZero();
        assertThat(count("otel.sdk.processor.span.processed", "")).isEqualTo(5);
        assertThat(registry.get("otel.sdk.processor.span.queue.capacity").gauge().value()).isEqualTo(ROOM);
    }

    /** Whoever ends a span is not kept waiting, and no more than the bound is held. */
    @Test
    void whileACollectorIsSilentSpansWaitUpToTheBound() {
        end(tracer(new Collector(this::later), LONG, Sampler.alwaysOn()), 50);

        assertThat(waiting()).isEqualTo(ROOM);
        assertThat(refused()).isEqualTo(50 - ROOM);

        await().untilAsserted(() -> {
            asked.forEach(CompletableResultCode::succeed);
            assertThat(exported("")).isEqualTo(ROOM);
        });
        assertThat(waiting()).isZero();
    }

    @Test
    void whatIsNotAnsweredInTimeIsLostAndMakesRoom() {
        Tracer tracer = tracer(new Collector(this::later), Duration.ofMillis(20), Sampler.alwaysOn());
        end(tracer, 50);

        await().until(() -> exported("failed") == ROOM);
        assertThat(waiting()).isZero();
        end(tracer, 1);
        await().until(() -> exported("failed") == ROOM + 1);
        assertThat(refused()).isEqualTo(50 - ROOM);
    }

    @Test
    void whatACollectorRefusesIsLost() {
        end(tracer(new Collector(spans -> CompletableResultCode.ofFailure()), LONG, Sampler.alwaysOn()), 3);

        await().until(() -> exported("failed") == 3);
    }

    @Test
    void anExporterThatThrowsCostsItsBatchOnly() {
        Tracer tracer = tracer(new Collector(spans -> {
            throw new IllegalStateException("no connection");
        }), LONG, Sampler.alwaysOn());
        end(tracer, 3);

        await().until(() -> exported("failed") == 3);
        end(tracer, 2);
        await().until(() -> exported("failed") == 5);
    }

    @Test
    void whatIsNotRecordedIsNotCounted() {
        Tracer tracer = tracer(new Collector(spans -> CompletableResultCode.ofSuccess()), LONG, Sampler.alwaysOff());
        end(tracer, 20);

        assertThat(waiting()).isZero();
        assertThat(refused()).isZero();
    }
}
