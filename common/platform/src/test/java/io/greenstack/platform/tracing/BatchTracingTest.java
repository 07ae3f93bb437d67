package io.greenstack.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

import io.greenstack.core.message.InboundMessage;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;

class BatchTracingTest {

    private static final String FOREIGN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private final Tracer tracer = SdkTracerProvider.builder().build().get("test");

    @Test
    void startsATraceOfItsOwnAndLinksThoseOfTheMessages() {
        BatchTracing tracing = new BatchTracing(tracer);
        SpanData data;
        try (BatchSpan batch = tracing.start("telemetry process", 2)) {
            batch.link(FOREIGN);
            batch.link("rubbish");
            batch.link(null);
            batch.attribute("greenstack.points", 7);
            assertThat(batch.traceId()).isNotEqualTo("0af7651916cd43dd8448eb211c80319c");
            assertThat(TraceParent.parse(batch.traceparent()).orElseThrow().traceId()).isEqualTo(batch.traceId());
            data = ((ReadableSpan) Span.current()).toSpanData();
        }

        assertThat(data.getParentSpanContext().isValid()).isFalse();
        assertThat(data.getLinks()).singleElement().satisfies(link -> assertThat(link.getSpanContext().getTraceId())
                .isEqualTo("0af7651916cd43dd8448eb211c80319c"));
    }

    @Test
    void readsTheTraceOfAMessageFromItsUserPropertiesElseFromItsPayload() {
        byte[] payload = ("{\"traceparent\":\"" + FOREIGN + "\"}").getBytes(StandardCharsets.UTF_8);
        String other = "00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        SpanData data;
        try (BatchSpan batch = new BatchTracing(tracer).start("telemetry process", 3)) {
            batch.linkFrom(new InboundMessage("a", payload, 1, false, false, Instant.EPOCH));
            batch.linkFrom(new InboundMessage("a", payload, 1, false, false, Instant.EPOCH, null, other));
            batch.linkFrom(new InboundMessage("a", new byte[0], 1, false, false, Instant.EPOCH, null, "rubbish"));
            data = ((ReadableSpan) Span.current()).toSpanData();
        }
        assertThat(data.getLinks()).extracting(link -> link.getSpanContext().getTraceId())
                .containsExactly("0af7651916cd43dd8448eb211c80319c", "1af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void putsTheTraceIdIntoTheLogContextOfTheThread() {
        BatchTracing tracing = new BatchTracing(tracer);
        MDC.put("traceId", "outer");
        try (BatchSpan batch = tracing.start("telemetry process", 1)) {
            assertThat(MDC.get("traceId")).isEqualTo(batch.traceId());
            assertThat(BatchTracing.currentTraceparent()).isEqualTo(batch.traceparent());
        }
        assertThat(MDC.get("traceId")).isEqualTo("outer");
        assertThat(MDC.get("spanId")).isNull();
        MDC.remove("traceId");
    }

    @Test
    void linksAtMostAHundredMessages() {
        try (BatchSpan batch = new BatchTracing(tracer).start("telemetry process", 5000)) {
            for (int i = 0; i < 5000; i++) {
                batch.link(FOREIGN);
            }
            assertThat(((ReadableSpan) Span.current()).toSpanData().getTotalRecordedLinks()).isEqualTo(100);
        }
    }

    @Test
    void marksAFailedBatch() {
        try (BatchSpan batch = new BatchTracing(tracer).start("telemetry process", 1)) {
            batch.fail(new IllegalStateException("store is away"));
            assertThat(((ReadableSpan) Span.current()).toSpanData().getStatus().getStatusCode())
                    .isEqualTo(StatusCode.ERROR);
        }
    }

    @Test
    void hasIdsEvenWithoutAnSdk() {
        try (BatchSpan batch = new BatchTracing(OpenTelemetry.noop().getTracer("none")).start("telemetry process", 1)) {
            assertThat(TraceParent.parse(batch.traceparent())).isPresent();
        }
        assertThat(TraceParent.parse(BatchTracing.currentTraceparent())).isPresent();
    }
}
