package io.greenstack.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;

/** A collector that keeps the spans it gets by OTLP over HTTP (protobuf). */
final class TraceReceiver implements AutoCloseable {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final HexFormat HEX = HexFormat.of();

    private final HttpServer server;
    private final List<ReceivedSpan> spans = new CopyOnWriteArrayList<>();

    /**
     * @param service {@code service.name} of the process that made the span
     * @param traceId 32 hex digits
     * @param id 16 hex digits
     * @param parent id of the span above it, empty for the first of a trace; of another process, or never received
     * @param start nanoseconds since 1970
     * @param nanos how long it took
     */
    record ReceivedSpan(String service, String name, String traceId, String id, String parent, long start,
            long nanos) {

        /** Service and name. */
        String label() {
            return service + ": " + name;
        }
    }

    private TraceReceiver(HttpServer server) {
        this.server = server;
    }

    static TraceReceiver start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TraceReceiver receiver = new TraceReceiver(server);
            server.createContext("/v1/traces", receiver::receive);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream body = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(this::keep);
        }
        exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private void keep(ResourceSpans resource) {
        String service = resource.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name")).map(KeyValue::getValue)
                .map(value -> value.getStringValue()).findFirst().orElse("");
        for (ScopeSpans scope : resource.getScopeSpansList()) {
            scope.getSpansList().forEach(span -> spans.add(new ReceivedSpan(service, span.getName(),
                    HEX.formatHex(span.getTraceId().toByteArray()), HEX.formatHex(span.getSpanId().toByteArray()),
                    HEX.formatHex(span.getParentSpanId().toByteArray()), span.getStartTimeUnixNano(),
                    span.getEndTimeUnixNano() - span.getStartTimeUnixNano())));
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Services that took part in a trace, with the names of their spans. */
    Map<String, Set<String>> services(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).collect(Collectors.groupingBy(
                ReceivedSpan::service, Collectors.mapping(ReceivedSpan::name, Collectors.toSet())));
    }

    /** All spans so far. */
    List<ReceivedSpan> spans() {
        return List.copyOf(spans);
    }

    private List<ReceivedSpan> trace(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId))
                .sorted(Comparator.comparingLong(ReceivedSpan::start)).toList();
    }

    /**
     * Whether a trace has a span for each label, each somewhere below the one before.
     *
     * @param labels {@code service: name}
     */
    boolean has(String traceId, String... labels) {
        List<ReceivedSpan> trace = trace(traceId);
        Map<String, ReceivedSpan> byId = trace.stream()
                .collect(Collectors.toMap(ReceivedSpan::id, Function.identity(), (one, same) -> one));
        return trace.stream().anyMatch(span -> endsWith(span, labels, byId));
    }

    private static boolean endsWith(ReceivedSpan last, String[] labels, Map<String, ReceivedSpan> byId) {
        int next = labels.length - 1;
        if (!last.label().equals(labels[next])) {
            return false;
        }
        for (ReceivedSpan span = last; span != null && next >= 0; span = byId.get(span.parent())) {
            if (span.label().equals(labels[next])) {
                next--;
            }
        }
        return next < 0;
    }

    /** A trace as a tree: each span with the time since the first began and how long it took. */
    String tree(String traceId) {
        List<ReceivedSpan> trace = trace(traceId);
        Set<String> known = trace.stream().map(ReceivedSpan::id).collect(Collectors.toSet());
        StringBuilder text = new StringBuilder();
        trace.stream().filter(span -> !known.contains(span.parent()))
                .forEach(top -> append(text, top, trace, trace.get(0).start(), 0));
        return text.toString();
    }

    private static void append(StringBuilder text, ReceivedSpan span, List<ReceivedSpan> trace, long begin,
            int depth) {
        text.append(String.format(Locale.ROOT, "%s%s  +%.1f ms, %.1f ms%n", "  ".repeat(depth), span.label(),
                (span.start() - begin) / NANOS_PER_MILLI, span.nanos() / NANOS_PER_MILLI));
        trace.stream().filter(other -> other.parent().equals(span.id()))
                .forEach(below -> append(text, below, trace, begin, depth + 1));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
