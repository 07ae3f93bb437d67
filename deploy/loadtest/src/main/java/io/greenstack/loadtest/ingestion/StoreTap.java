package io.greenstack.loadtest.ingestion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.greenstack.loadtest.generator.LatencyHistogram;
import io.greenstack.loadtest.generator.LatencySummary;

/**
 * Stands before the store and notes of every line how old its time was when the store had taken it. The devices of the rig put the
 * time of publication there, so that is the lag from the device to the store. It costs each contender the same.
 */
final class StoreTap implements AutoCloseable {

    private static final List<String> HEADERS = List.of("Authorization", "Content-Type", "Content-Encoding");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String store;
    private volatile LatencyHistogram lags = new LatencyHistogram();

    /** @param store its address */
    StoreTap(String store) throws IOException {
        this.store = store;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ':' + server.getAddress().getPort();
    }

    /** Forgets what it has noted. */
    void begin() {
        lags = new LatencyHistogram();
    }

    /** Of all lines since {@link #begin}, in microseconds. */
    LatencySummary summary() {
        return lags.summary();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(store + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : HEADERS) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        try (exchange) {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 204 && exchange.getRequestURI().getPath().endsWith("/write")) {
                note("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                        ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes()
                        : body);
            }
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(byte[] lines) {
        Instant instant = Instant.now();
        long now = instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
        LatencyHistogram noted = lags;
        int end = lines.length;
        for (int i = lines.length - 1; i >= 0; i--) {
            if (lines[i] == '\n' || i == 0) {
                if (end > i + 1) {
                    noted.record(now - micros(lines, end));
                }
                end = i;
            }
        }
    }

    /** The nanoseconds that a line ends with, in microseconds. */
    private static long micros(byte[] lines, int end) {
        long time = 0;
        long place = 1;
        for (int i = end - 1; i >= 0 && lines[i] >= '0' && lines[i] <= '9' && place > 0; i--) {
            time += place * (lines[i] - '0');
            place *= 10;
        }
        return time / 1_000;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
