package io.greenstack.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;

class TraceStepsTest {

    private static final String FOREIGN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final List<SpanData> ended = new ArrayList<>();
    private final Tracer tracer = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(new SpanExporter() {
                @Override
                public CompletableResultCode export(java.util.Collection<SpanData> spans) {
                    ended.addAll(spans);
                    return CompletableResultCode.ofSuccess();
                }

                @Override
                public CompletableResultCode flush() {
                    return CompletableResultCode.ofSuccess();
                }

                @Override
                public CompletableResultCode shutdown() {
                    return CompletableResultCode.ofSuccess();
                }
            })).build().get("test");
    private final TraceSteps steps = new TraceSteps(tracer);

    @Test
    void leavesNoSpanWhereNothingIsTraced() {
        assertThat(steps.run("look", SpanKind.CLIENT, span -> {}, () -> 7)).isEqualTo(7);
        assertThat(steps.async(Context.root(), "look", SpanKind.CLIENT, span -> {},
                context -> CompletableFuture.completedFuture(7))).isCompletedWithValue(7);
        assertThat(ended).isEmpty();
    }

    @Test
    void isAStepOfWhatIsCurrent() {
        Span request = tracer.spanBuilder("request").startSpan();
        try (Scope current = request.makeCurrent()) {
            steps.run("outer", SpanKind.INTERNAL, span -> span.setAttribute("a", "b"),
                    () -> steps.run("inner", SpanKind.CLIENT, span -> {}, () -> 7));
        }
        assertThat(ended).extracting(SpanData::getName).containsExactly("inner", "outer");
        assertThat(ended.get(0).getParentSpanId()).isEqualTo(ended.get(1).getSpanId());
        assertThat(ended.get(1).getParentSpanId()).isEqualTo(request.getSpanContext().getSpanId());
    }

    @Test
    void saysThatAStepFailed() {
        Span request = tracer.spanBuilder("request").startSpan();
        try (Scope current = request.makeCurrent()) {
            assertThatThrownBy(() -> steps.run("step", SpanKind.INTERNAL, span -> {}, () -> {
                throw new IllegalStateException("away");
            })).isInstanceOf(IllegalStateException.class);
            steps.async(Context.current(), "call", SpanKind.CLIENT, span -> {},
                    context -> CompletableFuture.failedFuture(new IllegalStateException("away")));
        }
        assertThat(ended).hasSize(2).allSatisfy(
                span -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR));
    }

    @Test
    void sendsAMessageInItsTraceAndTellsTheReceiverOfTheSending() {
        List<String> sent = new ArrayList<>();
        steps.sending("config/delta", "devices/press-7/config/delta", FOREIGN, trace -> {
            sent.add(trace);
            return CompletableFuture.completedFuture(null);
        });
        SpanData span = ended.get(0);
        assertThat(span.getName()).isEqualTo("send config/delta");
        assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(sent).containsExactly("00-0af7651916cd43dd8448eb211c80319c-" + span.getSpanId() + "-01");
    }

    @Test
    void sendsAMessageWithoutATraceAsItIs() {
        List<String> sent = new ArrayList<>();
        steps.sending("config/delta", "devices/press-7/config/delta", null, trace -> {
            sent.add(trace);
            return CompletableFuture.completedFuture(null);
        });
        assertThat(ended).isEmpty();
        assertThat(sent).containsExactly((String) null);
    }

    @Test
    void aTraceDoesNotBeginWithAPoll() {
        Sampler sampler = new OwnRoots.NoPolls(Sampler.parentBased(Sampler.alwaysOn()));
        Context below = Context.root().with(Span.wrap(TraceParent.parse(FOREIGN).orElseThrow().remote()));
        assertThat(decision(sampler, Context.root(), SpanKind.CLIENT)).isEqualTo(SamplingDecision.DROP);
        assertThat(decision(sampler, Context.root(), SpanKind.INTERNAL)).isEqualTo(SamplingDecision.DROP);
        assertThat(decision(sampler, Context.root(), SpanKind.SERVER)).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
        assertThat(decision(sampler, Context.root(), SpanKind.CONSUMER)).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
        assertThat(decision(sampler, below, SpanKind.CLIENT)).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
    }

    private static SamplingDecision decision(Sampler sampler, Context parent, SpanKind kind) {
        return sampler.shouldSample(parent, "0af7651916cd43dd8448eb211c80319c", "span", kind, Attributes.empty(),
                List.of()).getDecision();
    }
}
