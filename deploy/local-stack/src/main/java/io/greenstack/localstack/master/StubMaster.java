package io.greenstack.localstack.master;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import javax.net.ssl.SSLContext;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import io.greenstack.localstack.testing.MqttTestClient;

/**
 * A master that answers as the IoT core of ifm does over HTTP, on loopback, and over MQTT where it has a broker. It can be slow, answer
 * half, lock its ports for a fieldbus, say of a port that its process data is not valid, lose devices, restart.
 */
public final class StubMaster implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TIMER = StubCore.TIMER;
    private static final int OK = 200;
    private static final long MILLION = 1_000_000;

    /** How it misbehaves. */
    public enum Trouble {
        NONE, SLOW, HALF_AN_ANSWER, NO_JSON, REDIRECT, ENDLESS, LOCKED, PULLED_DURING_WRITE
    }

    private final StubCore core;
    private final StubSubscriptions subscriptions;
    private final AtomicLong requests = new AtomicLong();
    private final SSLContext tls;
    private final ExecutorService threads;
    private final int port;
    private HttpServer server;
    private volatile Trouble trouble = Trouble.NONE;
    private volatile long slowMillis = 1_500;

    /**
     * @param serial its serial number
     * @param ports how many ports it has
     * @param threads that answer
     */
    public StubMaster(String serial, int ports, ExecutorService threads) {
        this(serial, ports, threads, null);
    }

    private StubMaster(String serial, int ports, ExecutorService threads, SSLContext tls) {
        this.core = new StubCore(serial, ports);
        this.subscriptions = core.subscriptions();
        this.threads = threads;
        this.tls = tls;
        this.server = listen(0);
        this.port = server.getAddress().getPort();
    }

    /** A master with threads of its own. */
    public StubMaster(String serial, int ports) {
        this(serial, ports, threads(), null);
    }

    /** A master in security mode: encrypted, with a certificate that nobody vouches for, and with a login. */
    public static StubMaster secured(String serial, int ports, String user, String password) {
        StubMaster master = new StubMaster(serial, ports, threads(), StubTls.context());
        master.core.login(user, password);
        return master;
    }

    private static ExecutorService threads() {
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "stub-master");
            thread.setDaemon(true);
            return thread;
        });
    }

    private HttpServer listen(int on) {
        try {
            HttpServer made = server(new InetSocketAddress(InetAddress.getLoopbackAddress(), on));
            made.createContext("/", this::answer);
            made.setExecutor(threads);
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpServer server(InetSocketAddress on) throws IOException {
        if (tls == null) {
            return HttpServer.create(on, 0);
        }
        HttpsServer secure = HttpsServer.create(on, 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls));
        return secure;
    }

    /** Where it is. */
    public String address() {
        return (tls == null ? "http" : "https") + "://127.0.0.1:" + port;
    }

    /** Plugs a device in, or pulls it where it is null. */
    public void plug(int number, StubDevice device) {
        core.plug(number, device);
    }

    /** Gives it a broker, to which its timer publishes five times a second, and a command channel; the connection stays open. */
    public void connect(MqttTestClient client) {
        subscriptions.connect(client, () -> subscriptions.tell(TIMER, core::point));
    }

    /** Says that the device on a port has an event. */
    public void stir(int number) {
        subscriptions.tell("iolinkmaster/port[" + number + "]/iolinkdevice/iolinkevent", core::point);
    }

    /** Whether it answers nothing over its command channel. */
    public void channelSilent(boolean is) {
        subscriptions.silent(is);
    }

    /** Somebody else uses its command channel. */
    public void occupyChannel(String topic) {
        subscriptions.occupy(topic);
    }

    /** How many requests came over its command channel. */
    public long channelRequests() {
        return subscriptions.requests();
    }

    /** How often a setting of its command channel was written. */
    public int channelWrites() {
        return subscriptions.writes();
    }

    /** How many subscriptions it has. */
    public int subscriptions() {
        return subscriptions.count();
    }

    /** Says of a port whether its process data is not valid. */
    public void invalid(int number, boolean is) {
        core.invalid(number, is);
    }

    /** Says of a port whether it answers 503 though its device stays, as while it starts anew. */
    public void mute(int number, boolean is) {
        core.mute(number, is);
    }

    public void trouble(Trouble next) {
        trouble = next;
    }

    /** How long it takes to answer while it is slow. */
    public void slow(long millis) {
        slowMillis = millis;
        trouble = Trouble.SLOW;
    }

    /** How many requests it got. */
    public long requests() {
        return requests.get();
    }

    /** It is away. */
    public void stop() {
        server.stop(0);
    }

    /** What a subscription to its timer would publish now; null without one. */
    public String notification() {
        return subscriptions.notification(TIMER, core::point);
    }

    /** Where its subscription publishes, null without one. */
    public String callback() {
        return subscriptions.callback(TIMER);
    }

    /** It restarts and forgets its subscriptions. */
    public void forget() {
        subscriptions.forget();
    }

    /** It is there again. */
    public void restart() {
        server = listen(port);
    }

    @Override
    public void close() {
        subscriptions.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            Trouble now = trouble;
            if (now == Trouble.SLOW) {
                LockSupport.parkNanos(slowMillis * MILLION);
            }
            if (now == Trouble.REDIRECT) {
                exchange.getResponseHeaders().add("Location", address() + "/elsewhere");
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            byte[] body = now == Trouble.NO_JSON
                    ? "<html></html>".getBytes(StandardCharsets.UTF_8)
                    : core.reply(request, now).toString().getBytes(StandardCharsets.UTF_8);
            if (now == Trouble.ENDLESS) {
                endless(exchange);
                return;
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(OK, body.length);
            exchange.getResponseBody().write(body, 0, now == Trouble.HALF_AN_ANSWER ? body.length / 2 : body.length);
        } catch (IOException e) {
            // Whoever asked has given up, or was given half an answer.
        }
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(OK, 0);
        byte[] part = new byte[64 * 1024];
        for (int i = 0; i < 1_000; i++) {
            exchange.getResponseBody().write(part);
        }
    }
}
