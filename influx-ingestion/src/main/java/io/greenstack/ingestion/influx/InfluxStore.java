package io.greenstack.ingestion.influx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import jakarta.inject.Singleton;

import io.greenstack.platform.config.SecretSource;
import io.greenstack.platform.tracing.BatchTracing;
import io.greenstack.platform.tracing.TraceSteps;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;

/**
 * InfluxDB 2 and what takes its writes, over HTTP ({@code POST /api/v2/write}). Nothing is asked of the server before the first
 * write, so the service starts without it. One request after the other for each batch; several batches write at the same time.
 */
@Singleton
class InfluxStore implements LineStore {

    private final InfluxConfig config;
    private final TraceSteps traces;
    private final SecretSource token;
    private final HttpClient http;
    private final URI writes;
    private final URI pings;
    private final boolean compress;

    /** For the container. */
    public InfluxStore(InfluxConfig config, TraceSteps traces) {
        this.config = config;
        this.traces = traces;
        this.token = new SecretSource(config.token(), config.tokenFile());
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(config.connectTimeout())
                .build();
        String base = config.url().endsWith("/") ? config.url() : config.url() + "/";
        this.writes = URI.create(base + "api/v2/write?precision=ns&org=" + encoded(config.org()) + "&bucket="
                + encoded(config.bucket()));
        this.pings = URI.create(base + "ping");
        this.compress = switch (config.compression()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> !isHere(writes.getHost());
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** On the way to a store on this machine compression costs both sides more than the octets. */
    private static boolean isHere(String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public void write(ByteBuffer lines) {
        traces.run("write " + config.bucket(), SpanKind.CLIENT, this::describe, () -> {
            post(lines);
            return null;
        });
    }

    private void describe(Span span) {
        span.setAttribute("db.system.name", "influxdb").setAttribute("db.operation.name", "write")
                .setAttribute("db.namespace", config.bucket()).setAttribute("server.address", writes.getHost());
        if (writes.getPort() > 0) {
            span.setAttribute("server.port", writes.getPort());
        }
    }

    private void post(ByteBuffer lines) {
        HttpRequest.Builder request = request(writes).header("Content-Type", "text/plain; charset=utf-8")
                .header("traceparent", BatchTracing.currentTraceparent());
        if (compress) {
            request.header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(gzip(lines)));
        } else {
            request.POST(BodyPublishers.ofByteArray(lines.array(), lines.arrayOffset() + lines.position(),
                    lines.remaining()));
        }
        HttpResponse<String> response = send(request.build());
        if (response.statusCode() / 100 != 2) {
            throw StoreErrors.sort(response.statusCode(), response.body(),
                    response.headers().firstValue("Retry-After").orElse(null), config.bucket(), config.org());
        }
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        token.get().ifPresent(secret -> request.header("Authorization", "Token " + secret));
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return answer.get(config.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new StoreAwayException("the store does not answer within " + config.callTimeout(), true);
        } catch (ExecutionException e) {
            throw new StoreAwayException("the store does not answer: " + e.getCause(),
                    e.getCause() instanceof HttpTimeoutException);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new StoreAwayException("interrupted while the store was written to", false);
        }
    }

    private static byte[] gzip(ByteBuffer lines) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(lines.remaining() / 8 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(octets, 1 << 13) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            gzip.write(lines.array(), lines.arrayOffset() + lines.position(), lines.remaining());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return octets.toByteArray();
    }

    @Override
    public boolean ping() {
        try {
            return send(request(pings).GET().build()).statusCode() / 100 == 2;
        } catch (StoreAwayException e) {
            return false;
        }
    }
}
