package io.greenstack.bridge.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Plays the api-service. What it received and what it answers is kept as JDK objects in the system properties, so that
 * tests see it from any class loader.
 */
public class ApiStub implements QuarkusTestResourceLifecycleManager {

    private static final String REQUESTS = "bridge.test.api.requests";
    private static final String ANSWER = "bridge.test.api.answer";
    private static final String OK = "201 {}";
    private static final String FAILURE = "500 {\"code\":\"internal-error\",\"detail\":\"test\"}";

    private static final String BUSY = "503 {}";
    private static final String FEW = "few ";
    private static final String MOST = "bridge.test.api.most";

    private final AtomicInteger working = new AtomicInteger();
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        System.getProperties().put(REQUESTS, new CopyOnWriteArrayList<Map<String, String>>());
        System.getProperties().put(ANSWER, new AtomicReference<>(OK));
        System.getProperties().put(MOST, new AtomicInteger());
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/devices/register", this::register);
        server.createContext("/api/shadows/reports", this::batch);
        server.createContext("/api/events/batch", this::batch);
        server.createContext("/api/masters/reports", this::masters);
        server.createContext("/api/commands/responses", this::batch);
        server.createContext("/q/health/live", this::live);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        return Map.ofEntries(
                Map.entry("API_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort()),
                Map.entry("GREENSTACK_API_KEY", "secret-key"),
                Map.entry("MQTT_IOLINK_ORIGINATOR", "+"),
                Map.entry("greenstack.redis.probe-every", "200ms"),
                Map.entry("greenstack.breaker.api.open-for", "500ms"),
                Map.entry("greenstack.layouts.unknown-for", "100ms"),
                Map.entry("greenstack.mqtt.backoff-max", "1s"),
                Map.entry("greenstack.mqtt.ingress.retry-max", "500ms"),
                Map.entry("greenstack.live-view.max-parameters", "20"));
    }

    /** The requests so far: body, {@code X-API-Key}, {@code traceparent}. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, String>> requests() {
        return (List<Map<String, String>>) System.getProperties().get(REQUESTS);
    }

    /** Registrations of a device so far. */
    public static List<Map<String, String>> requests(String deviceId) {
        return requests().stream().filter(r -> r.get("body").contains("\"device_id\":\"" + deviceId + "\"")).toList();
    }

    /** Answers from now on with this status and body. */
    public static void answer(int status, String body) {
        answer().set(status + " " + body);
    }

    /** Answers from now on as it should. */
    public static void answerWell() {
        answer().set(OK);
    }

    /** From now on works on a few registrations at once, each for some time; others wait for a place, or get 503. */
    public static void answerFew(int atOnce, Duration each, boolean othersWait) {
        ((AtomicInteger) System.getProperties().get(MOST)).set(0);
        answer().set(FEW + atOnce + " " + each.toMillis() + " " + othersWait);
    }

    /** How many registrations were here at once since {@link #answerFew}. */
    public static int mostAtOnce() {
        return ((AtomicInteger) System.getProperties().get(MOST)).get();
    }

    @SuppressWarnings("unchecked")
    private static AtomicReference<String> answer() {
        return (AtomicReference<String>) System.getProperties().get(ANSWER);
    }

    private void register(HttpExchange exchange) throws IOException {
        int here = working.incrementAndGet();
        ((AtomicInteger) System.getProperties().get(MOST)).accumulateAndGet(here, Math::max);
        try {
            String answer = answer().get();
            register(exchange, answer.startsWith(FEW) ? work(answer.split(" ")) : answer);
        } finally {
            working.decrementAndGet();
        }
    }

    private String work(String[] few) {
        Semaphore places = this.places.computeIfAbsent(few[1], atOnce -> new Semaphore(Integer.parseInt(atOnce), true));
        if ("true".equals(few[3])) {
            places.acquireUninterruptibly();
        } else if (!places.tryAcquire()) {
            return BUSY;
        }
        try {
            new CompletableFuture<>().completeOnTimeout(null, Long.parseLong(few[2]), TimeUnit.MILLISECONDS).join();
            return OK;
        } finally {
            places.release();
        }
    }

    private void register(HttpExchange exchange, String answer) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests().add(Map.of("body", body, "answer", answer,
                "method", exchange.getRequestMethod(),
                "key", String.valueOf(exchange.getRequestHeaders().getFirst("X-API-Key")),
                "traceparent", String.valueOf(exchange.getRequestHeaders().getFirst("traceparent"))));
        reply(exchange, failsOver(body) ? FAILURE : answer);
    }

    /** There is something in some requests over which it fails, whatever it answers to others. */
    private static boolean failsOver(String body) {
        return body.contains("fail500") || body.contains("\"code\":55555");
    }

    /** Each item of a batch is taken; those with a member {@code refuse} are rejected. */
    private void batch(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests().add(Map.of("body", body, "path",
                exchange.getRequestURI().getPath().replaceAll(".*/", "")));
        String answer = failsOver(body) ? FAILURE : answer().get();
        if (!answer.equals(OK) && !answer.startsWith(FEW)) {
            reply(exchange, answer);
            return;
        }
        String[] reports = body.split("\\{\"device_id\"", -1);
        StringBuilder results = new StringBuilder();
        for (int i = 1; i < reports.length; i++) {
            results.append(i == 1 ? "" : ",").append(reports[i].contains("refuse")
                    ? "{\"status\":\"rejected\",\"code\":\"too-deep\",\"detail\":\"too deep\"}"
                    : "{\"status\":\"applied\"}");
        }
        reply(exchange, "200 {\"results\":[" + results + "]}");
    }

    private void masters(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests().add(Map.of("body", body, "path", "reports"));
        reply(exchange, "200 {\"taken\":1}");
    }

    private void live(HttpExchange exchange) throws IOException {
        reply(exchange, answer().get().startsWith("5") ? "503 {}" : "200 {}");
    }

    private static void reply(HttpExchange exchange, String answer) throws IOException {
        byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
