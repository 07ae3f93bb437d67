package io.greenstack.ingestion.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.greenstack.edge.intake.PauseException;
import io.greenstack.ingestion.influx.InfluxConfig.Compression;
import io.greenstack.platform.resilience.PeerRejectedException;
import io.greenstack.platform.tracing.TraceParent;
import io.greenstack.platform.tracing.TraceSteps;
import io.opentelemetry.api.trace.TracerProvider;

/** The real client against a server that answers as InfluxDB 2 documents it. */
class InfluxStoreTest {

    private record Received(String uri, String authorization, String encoding, String traceparent, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile int status = 204;
    private volatile String retryAfter;
    private volatile boolean hang;
    private HttpServer server;
    private InfluxStore store;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/api/v2/write", this::write);
        server.createContext("/ping", exchange -> respond(exchange, 204, ""));
        server.start();
        store = store(Compression.AUTO, null);
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
    }

    private InfluxStore store(Compression compression, Path tokenFile) {
        return new InfluxStore(BatchWriterTest.config("http://127.0.0.1:" + server.getAddress().getPort(), 5000,
                Duration.ofSeconds(1), compression, tokenFile), new TraceSteps(TracerProvider.noop().get("test")));
    }

    private static ByteBuffer lines(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothingIsCompressedForAStoreOnThisMachine() {
        store.write(lines("m value=1 7\n"));

        assertThat(received).singleElement().satisfies(request -> {
            assertThat(request.encoding()).isNull();
            assertThat(request.body()).isEqualTo("m value=1 7\n");
        });
    }

    @Test
    void aNewTokenInTheFileIsUsedWithoutARestart(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("token");
        Files.writeString(file, "first");
        InfluxStore watching = store(Compression.AUTO, file);
        watching.write(lines("m value=1 7\n"));
        Files.writeString(file, "second\n");
        await().untilAsserted(() -> {
            watching.write(lines("m value=1 7\n"));
            assertThat(received.get(received.size() - 1).authorization()).isEqualTo("Token second");
        });
        assertThat(received.get(0).authorization()).isEqualTo("Token first");
    }

    @Test
    void writesCompressedLineProtocolWithTokenAndTrace() {
        store(Compression.ALWAYS, null).write(lines("m,t=x value=1 7\n"));

        assertThat(received).singleElement().satisfies(request -> {
            assertThat(request.uri()).contains("org=greenstack", "bucket=device-telemetry", "precision=ns");
            assertThat(request.authorization()).isEqualTo("Token a-token");
            assertThat(request.encoding()).isEqualTo("gzip");
            assertThat(TraceParent.parse(request.traceparent())).isPresent();
            assertThat(request.body()).isEqualTo("m,t=x value=1 7\n");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405, 413, 415, 422})
    void tellsThatPointsAreRefused(int code) {
        status = code;

        assertThatThrownBy(() -> store.write(lines("m value=1 7\n"))).isInstanceOfSatisfying(
                PeerRejectedException.class,
                e -> {
                    assertThat(e.status()).isEqualTo(code);
                    assertThat(e.getMessage()).contains("the reason");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void waitsWhenTheServiceItselfIsRefused(int code) {
        status = code;

        assertThatThrownBy(() -> store.write(lines("m value=1 7\n"))).isInstanceOf(PauseException.class)
                .hasMessageContaining("refuses this service");
    }

    @Test
    void namesTheBucketThatTheStoreDoesNotKnow() {
        status = 404;

        assertThatThrownBy(() -> store.write(lines("m value=1 7\n"))).isInstanceOf(PauseException.class)
                .hasMessageContaining("the bucket 'device-telemetry' of the organisation 'greenstack'")
                .hasMessageContaining("INFLUXDB_BUCKET");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void tellsThatTheStoreIsAway(int code) {
        status = code;

        assertThatThrownBy(() -> store.write(lines("m value=1 7\n"))).isInstanceOf(StoreAwayException.class);
    }

    @Test
    void waitsAsLongAsTheStoreAsks() {
        status = 429;
        retryAfter = "17";

        assertThatThrownBy(() -> store.write(lines("m value=1 7\n"))).isInstanceOfSatisfying(PauseException.class,
                e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(17)));
    }

    @Test
    void givesUpOnAStoreThatHangs() {
        hang = true;

        assertThatThrownBy(() -> store.write(lines("m value=1 7\n"))).isInstanceOfSatisfying(StoreAwayException.class,
                e -> assertThat(e.timedOut()).isTrue());
    }

    @Test
    void tellsThatNobodyListens() {
        assertThat(store.ping()).isTrue();
        server.stop(0);

        assertThatThrownBy(() -> store.write(lines("m value=1 7\n"))).isInstanceOfSatisfying(StoreAwayException.class,
                e -> assertThat(e.timedOut()).isFalse());
        assertThat(store.ping()).isFalse();
    }

    private void write(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        byte[] body = headers.getFirst("Content-Encoding") == null
                ? exchange.getRequestBody().readAllBytes()
                : new GZIPInputStream(exchange.getRequestBody()).readAllBytes();
        received.add(new Received(exchange.getRequestURI().toString(), headers.getFirst("Authorization"),
                headers.getFirst("Content-Encoding"), headers.getFirst("traceparent"),
                new String(body, StandardCharsets.UTF_8)));
        if (hang) {
            try {
                released.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (retryAfter != null) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        respond(exchange, status, "{\"code\":\"invalid\",\"message\":\"the reason\"}");
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        if (status == 204) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
