package io.greenstack.loadtest.faults;

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
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.greenstack.loadtest.generator.LatencyHistogram;
import io.greenstack.loadtest.generator.LatencySummary;

/**
 * Stands before the store and notes of every line how old its time was when the store had taken it. Where devices put the time of
 * publication there, that is the lag from the device to the store. It can also misbehave as networks and stores do.
 */
public final class StoreGate implements AutoCloseable {

    private static final List<String> HEADERS = List.of("Content-Type", "Content-Encoding");

    private static final String AUTHORIZATION = "Authorization";
    private static final long SLOW_MILLIS = 1_000;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String store;
    private final String storeToken;
    private volatile String token;
    private volatile Behaviour behaviour = Behaviour.PASS;
    private volatile LatencyHistogram lags = new LatencyHistogram();

    /** What happens to a request. */
    public enum Behaviour {
        /** It gets to the store, and the answer back. */
        PASS,
        /** The connection ends before the store has it, as when nobody is there. */
        GONE,
        /** The store takes it, but the connection ends before the answer: what is sent again must not be there twice. */
        CUT,
        /** Nothing happens for as long as it stands still. */
        FROZEN,
        /** It takes a second longer. */
        SLOW
    }

    /**
     * @param store its address
     * @param token that clients need
     * @param storeToken that the store takes
     */
    public StoreGate(String store, String token, String storeToken) throws IOException {
        this.store = store;
        this.storeToken = storeToken;
        this.token = token;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Address for clients. */
    public String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ':' + server.getAddress().getPort();
    }

    /** Forgets what it has noted. */
    public void begin() {
        lags = new LatencyHistogram();
    }

    /** Of all lines since {@link #begin}, in microseconds. */
    public LatencySummary summary() {
        return lags.summary();
    }

    /** From now on. */
    public void behave(Behaviour wanted) {
        synchronized (this) {
            behaviour = wanted;
            notifyAll();
        }
    }

    /** The token that clients need from now on; the store goes on with its own. */
    public void rotate(String wanted) {
        token = wanted;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Behaviour now = behaviour;
        try {
            if (now == Behaviour.FROZEN) {
                awaitThaw();
            } else if (now == Behaviour.SLOW) {
                TimeUnit.MILLISECONDS.sleep(SLOW_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            now = Behaviour.GONE;
        }
        if (now == Behaviour.GONE) {
            exchange.close();
            return;
        }
        String given = exchange.getRequestHeaders().getFirst(AUTHORIZATION);
        if (given != null && !given.equals("Token " + token)) {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(store + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        if (given != null) {
            request.header(AUTHORIZATION, "Token " + storeToken);
        }
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
            if (behaviour == Behaviour.CUT) {
                return;
            }
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitThaw() throws InterruptedException {
        while (behaviour == Behaviour.FROZEN) {
            wait();
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
        behave(Behaviour.GONE);
        server.stop(0);
        threads.shutdownNow();
    }
}
