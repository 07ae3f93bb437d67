package io.greenstack.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

import io.greenstack.core.message.InboundMessage;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;

class BatchTracingTest {

    private static final String FOREIGN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private final Tracer tracer = SdkTracerProvider.builder().build().get("test");

    @Test
    void startsATraceOfItsOwnForSeveralMessagesAndLinksTheirs() {
        String other = "00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        SpanData data;
        try (BatchSpan batch = new BatchTracing(tracer).start("telemetry",
                List.of(message(FOREIGN, null), message(FOREIGN, other), message(null, "rubbish")))) {
            batch.attribute("greenstack.points", 7);
            assertThat(TraceParent.parse(batch.traceparent()).orElseThrow().traceId()).isEqualTo(batch.traceId());
            data = ((ReadableSpan) Span.current()).toSpanData();
        }

        assertThat(data.getName()).isEqualTo("process telemetry");
        assertThat(data.getParentSpanContext().isValid()).isFalse();
        assertThat(data.getLinks()).extracting(link -> link.getSpanContext().getTraceId())
                .containsExactly(TRACE, "1af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void continuesTheTraceOfAMessageThatIsAlone() {
        try (BatchSpan batch = new BatchTracing(tracer).start("telemetry", List.of(message(FOREIGN, null)))) {
            SpanData data = ((ReadableSpan) Span.current()).toSpanData();
            assertThat(batch.traceId()).isEqualTo(TRACE);
            assertThat(data.getParentSpanContext().getSpanId()).isEqualTo("b7ad6b7169203331");
            assertThat(data.getAttributes().get(AttributeKey.stringKey("messaging.destination.name"))).isEqualTo("a");
        }
    }

    @Test
    void continuesNoTraceThatNobodyRecords() {
        String unsampled = FOREIGN.substring(0, FOREIGN.length() - 1) + "0";
        try (BatchSpan batch = new BatchTracing(tracer).start("telemetry", List.of(message(unsampled, null)))) {
            assertThat(batch.traceId()).isNotEqualTo(TRACE);
        }
    }

    @Test
    void putsTheTraceIdIntoTheLogContextOfTheThread() {
        BatchTracing tracing = new BatchTracing(tracer);
        MDC.put("traceId", "outer");
        try (BatchSpan batch = tracing.start("telemetry", List.of(message(null, null)))) {
            assertThat(MDC.get("traceId")).isEqualTo(batch.traceId());
            assertThat(BatchTracing.currentTraceparent()).isEqualTo(batch.traceparent());
        }
        assertThat(MDC.get("traceId")).isEqualTo("outer");
        assertThat(MDC.get("spanId")).isNull();
        MDC.remove("traceId");
    }

    @Test
    void linksAtMostAHundredMessages() {
        try (BatchSpan batch = new BatchTracing(tracer).start("telemetry",
                Collections.nCopies(5000, message(FOREIGN, null)))) {
            assertThat(((ReadableSpan) Span.current()).toSpanData().getTotalRecordedLinks()).isEqualTo(100);
        }
    }

    @Test
    void marksAFailedBatch() {
        try (BatchSpan batch = new BatchTracing(tracer).start("telemetry", List.of(message(null, null)))) {
            batch.fail(new IllegalStateException("store is away"));
            assertThat(((ReadableSpan) Span.current()).toSpanData().getStatus().getStatusCode())
                    .isEqualTo(StatusCode.ERROR);
        }
    }

    @Test
    void hasIdsEvenWithoutAnSdk() {
        try (BatchSpan batch = new BatchTracing(OpenTelemetry.noop().getTracer("none")).start("telemetry",
                List.of(message(null, null)))) {
            assertThat(TraceParent.parse(batch.traceparent())).isPresent();
        }
        assertThat(TraceParent.parse(BatchTracing.currentTraceparent())).isPresent();
    }

    @Test
    void whatIsMeasuredAfterABatchBelongsToItsTraceOnce() {
        String trace;
        try (BatchSpan batch = new BatchTracing(tracer).start("telemetry", List.of(message(null, null)))) {
            trace = batch.traceId();
        }
        List<String> seen = new ArrayList<>();
        BatchSpan.afterwards(() -> seen.add(Span.current().getSpanContext().getTraceId()));
        BatchSpan.afterwards(() -> seen.add(Span.current().getSpanContext().getTraceId()));

        assertThat(seen).containsExactly(trace, SpanContext.getInvalid().getTraceId());
    }

    private static InboundMessage message(String inPayload, String inProperties) {
        byte[] payload = (inPayload == null ? "{}" : "{\"traceparent\":\"" + inPayload + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        return new InboundMessage("a", payload, 1, false, false, Instant.EPOCH, null, inProperties);
    }
}
