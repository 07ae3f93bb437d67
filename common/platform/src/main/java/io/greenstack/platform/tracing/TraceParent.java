package io.greenstack.platform.tracing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import io.greenstack.core.message.InboundMessage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;

/**
 * The {@code traceparent} value of W3C Trace Context (Level 1, section 3.2).
 *
 * @param traceId 32 lower-case hex digits, not all zero
 * @param spanId 16 lower-case hex digits, not all zero
 * @param sampled the sampled flag
 */
public record TraceParent(String traceId, String spanId, boolean sampled) {

    private static final byte[] MEMBER = "\"traceparent\"".getBytes(StandardCharsets.US_ASCII);
    /**
     * How far the end of the member may be moved on where it does not match: to where it has the octet that stands there, or past
     * it (Horspool). Every payload is searched, and nearly none has the member.
     */
    private static final int[] SKIPS = new int[256];
    private static final int MAX_VALUE = 256;
    private static final int LENGTH = 55;
    private static final int SPAN_START = 36;
    private static final int FLAGS_START = 53;

    static {
        Arrays.fill(SKIPS, MEMBER.length);
        for (int i = 0; i < MEMBER.length - 1; i++) {
            SKIPS[MEMBER[i]] = MEMBER.length - 1 - i;
        }
    }

    /** Checks both ids. */
    public TraceParent {
        if (!isId(traceId, 32) || !isId(spanId, 16)) {
            throw new IllegalArgumentException("Trace or span id is not valid");
        }
    }

    /**
     * Reads a value of any version.
     *
     * @param value as it came, may be null
     * @return empty if it is not valid
     */
    public static Optional<TraceParent> parse(String value) {
        if (value == null || value.length() < LENGTH || !separated(value) || !isHex(value, 0, 2)
                || !isHex(value, FLAGS_START, LENGTH) || value.startsWith("ff")) {
            return Optional.empty();
        }
        boolean version00 = value.startsWith("00");
        if (value.length() > LENGTH && (version00 || value.charAt(LENGTH) != '-')) {
            return Optional.empty();
        }
        String traceId = value.substring(3, 35);
        String spanId = value.substring(SPAN_START, 52);
        if (!isId(traceId, 32) || !isId(spanId, 16)) {
            return Optional.empty();
        }
        return Optional.of(new TraceParent(traceId, spanId, (Character.digit(value.charAt(LENGTH - 1), 16) & 1) == 1));
    }

    /**
     * Looks for a {@code "traceparent":"..."} member in a JSON payload, without parsing it: a wrong guess costs a link, no more.
     * MQTT 3.1.1 has no headers that could carry it.
     *
     * @param payload JSON as it came; anything else has no trace
     * @return empty if there is none that is valid
     */
    public static Optional<TraceParent> find(byte[] payload) {
        int last = MEMBER.length - 1;
        for (int i = last; i < payload.length; i += SKIPS[payload[i] & 0xFF]) {
            if (payload[i] == '"' && Arrays.equals(MEMBER, 0, last, payload, i - last, i)) {
                return value(payload, i + 1);
            }
        }
        return Optional.empty();
    }

    /** That of a message: of its user properties (MQTT 5), else of its payload. */
    static Optional<TraceParent> of(InboundMessage message) {
        return parse(message.traceparent()).or(() -> find(message.payload()));
    }

    private static Optional<TraceParent> value(byte[] payload, int from) {
        int start = from;
        while (start < payload.length && (payload[start] == ' ' || payload[start] == ':')) {
            start++;
        }
        int end = start + 1;
        while (end < payload.length && payload[end] != '"' && end - start <= MAX_VALUE) {
            end++;
        }
        boolean text = end < payload.length && payload[start] == '"' && payload[end] == '"';
        return text
                ? parse(new String(payload, start + 1, end - start - 1, StandardCharsets.ISO_8859_1))
                : Optional.empty();
    }

    /** That of the present span; empty where there is none. */
    public static Optional<TraceParent> current() {
        return of(Span.current().getSpanContext());
    }

    static Optional<TraceParent> of(SpanContext context) {
        return context.isValid()
                ? Optional.of(new TraceParent(context.getTraceId(), context.getSpanId(), context.isSampled()))
                : Optional.empty();
    }

    /** As the context of a span of another process, to be linked or continued. */
    public SpanContext remote() {
        return SpanContext.createFromRemoteParent(traceId, spanId,
                sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault());
    }

    /** The value to send, version 00. */
    public String render() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    private static boolean separated(String value) {
        return value.charAt(2) == '-' && value.charAt(35) == '-' && value.charAt(52) == '-';
    }

    private static boolean isId(String id, int length) {
        if (id == null || id.length() != length || !isHex(id, 0, length)) {
            return false;
        }
        return id.chars().anyMatch(c -> c != '0');
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }
}
