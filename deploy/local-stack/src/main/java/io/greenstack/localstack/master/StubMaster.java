package io.greenstack.localstack.master;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.greenstack.localstack.testing.MqttTestClient;

/**
 * A master that answers as the IoT core of ifm does over HTTP, on loopback, and over MQTT where it has a broker. It can be slow, answer
 * half, lock its ports for a fieldbus, say of a port that its process data is not valid, lose devices, restart.
 */
public final class StubMaster implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PORT = Pattern.compile("/?iolinkmaster/port\\[(\\d+)]/(.*)");
    private static final String TIMER = "timer[1]/counter";
    private static final int OK = 200;
    private static final int WRONG = 400;
    private static final int NO_DEVICE = 503;
    private static final int INVALID = 530;
    private static final int REFUSED = 531;
    private static final int LOCKED = 532;
    private static final long MILLION = 1_000_000;

    /** How it misbehaves. */
    public enum Trouble {
        NONE, SLOW, HALF_AN_ANSWER, NO_JSON, REDIRECT, ENDLESS, LOCKED, PULLED_DURING_WRITE
    }

    private final String serial;
    private final int ports;
    private final Map<Integer, StubDevice> devices = new ConcurrentHashMap<>();
    private final Map<Integer, Boolean> invalid = new ConcurrentHashMap<>();
    private final Map<Integer, Boolean> mute = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private final StubSubscriptions subscriptions = new StubSubscriptions(this::reply);
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
        this.serial = serial;
        this.ports = ports;
        this.threads = threads;
        this.server = listen(0);
        this.port = server.getAddress().getPort();
    }

    /** A master with threads of its own. */
    public StubMaster(String serial, int ports) {
        this(serial, ports, Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "stub-master");
            thread.setDaemon(true);
            return thread;
        }));
    }

    private HttpServer listen(int on) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), on), 0);
            made.createContext("/", this::answer);
            made.setExecutor(threads);
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Plugs a device in, or pulls it where it is null. */
    public void plug(int number, StubDevice device) {
        if (device == null) {
            devices.remove(number);
        } else {
            devices.put(number, device);
        }
        subscriptions.tell("iolinkmaster/port[" + number + "]/portevent", this::point);
    }

    /** Gives it a broker, to which its timer publishes five times a second, and a command channel; the connection stays open. */
    public void connect(MqttTestClient client) {
        subscriptions.connect(client, () -> subscriptions.tell(TIMER, this::point));
    }

    /** Says that the device on a port has an event. */
    public void stir(int number) {
        subscriptions.tell("iolinkmaster/port[" + number + "]/iolinkdevice/iolinkevent", this::point);
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
        invalid.put(number, is);
    }

    /** Says of a port whether it answers 503 though its device stays, as while it starts anew. */
    public void mute(int number, boolean is) {
        mute.put(number, is);
    }

    private StubDevice device(int number) {
        return Boolean.TRUE.equals(mute.get(number)) ? null : devices.get(number);
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
        return subscriptions.notification(TIMER, this::point);
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
                    : reply(request).toString().getBytes(StandardCharsets.UTF_8);
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

    private ObjectNode reply(JsonNode request) {
        String adr = request.path("adr").asText();
        ObjectNode answer = JSON.createObjectNode().put("cid", request.path("cid").asInt());
        if (adr.endsWith("/getdatamulti")) {
            ObjectNode data = answer.putObject("data");
            request.at("/data/datatosend")
                    .forEach(point -> data.set(point.asText().replaceFirst("^/", ""), point(point.asText())));
            return answer.put("code", OK);
        }
        if (adr.endsWith("/gettree")) {
            answer.set("data", tree());
            return answer.put("code", OK);
        }
        int code = subscriptions.service(adr, request.path("cid").asInt(), request.path("data"));
        if (code != 0) {
            return answer.put("code", code);
        }
        if (adr.equals("/deviceinfo/serialnumber/getdata")) {
            answer.putObject("data").put("value", serial);
            return answer.put("code", OK);
        }
        if (adr.endsWith("/interval/setdata")) {
            return answer.put("code", OK);
        }
        Matcher path = PORT.matcher(adr);
        return path.matches()
                ? service(answer, Integer.parseInt(path.group(1)), path.group(2), request.path("data"))
                : answer.put("code", WRONG);
    }

    private ObjectNode tree() {
        ObjectNode tree = JSON.createObjectNode().put("identifier", "device");
        ObjectNode master = tree.putArray("subs").addObject().put("identifier", "iolinkmaster");
        ArrayNode subs = master.putArray("subs");
        for (int number = 1; number <= ports; number++) {
            subs.addObject().put("identifier", "port[" + number + "]");
        }
        return tree;
    }

    private ObjectNode point(String name) {
        return switch (name) {
            case "/deviceinfo/vendor" -> value("ifm electronic");
            case "/deviceinfo/productcode" -> value("AL1350");
            case "/deviceinfo/serialnumber" -> value(serial);
            case "/deviceinfo/swrevision" -> value("3.1.93");
            case "/deviceinfo/hwrevision" -> value("AA");
            default -> {
                Matcher path = PORT.matcher(name);
                ObjectNode channel = subscriptions.point(name);
                yield path.matches()
                        ? portPoint(Integer.parseInt(path.group(1)), path.group(2))
                        : channel == null ? JSON.createObjectNode().put("code", 404) : channel;
            }
        };
    }

    private ObjectNode portPoint(int number, String name) {
        StubDevice device = device(number);
        if ("mode".equals(name)) {
            return JSON.createObjectNode().put("code", OK).put("data", 3);
        }
        if (device == null) {
            return JSON.createObjectNode().put("code", NO_DEVICE);
        }
        return switch (name) {
            case "mastercycletime_actual" -> JSON.createObjectNode().put("code", OK).put("data", 2_300);
            case "iolinkdevice/vendorid" -> JSON.createObjectNode().put("code", OK).put("data", device.vendorId());
            case "iolinkdevice/deviceid" -> JSON.createObjectNode().put("code", OK).put("data", device.deviceId());
            case "iolinkdevice/productname" -> value(device.product());
            case "iolinkdevice/serial" -> value(device.serial());
            case "iolinkdevice/pdin" -> Boolean.TRUE.equals(invalid.get(number))
                    ? JSON.createObjectNode().put("code", INVALID)
                    : value(device.nextInput());
            case "iolinkdevice/pdout" -> device.output() == null
                    ? JSON.createObjectNode().put("code", NO_DEVICE)
                    : value(device.output());
            default -> JSON.createObjectNode().put("code", 404);
        };
    }

    private static ObjectNode value(String text) {
        return JSON.createObjectNode().put("code", OK).put("data", text);
    }

    private ObjectNode service(ObjectNode answer, int number, String service, JsonNode data) {
        boolean writes = service.endsWith("iolwriteacyclic") || service.endsWith("setdata");
        if (writes && trouble == Trouble.PULLED_DURING_WRITE) {
            plug(number, null);
        }
        StubDevice device = device(number);
        if (device == null) {
            return answer.put("code", NO_DEVICE);
        }
        if (writes && trouble == Trouble.LOCKED) {
            return answer.put("code", LOCKED);
        }
        int index = data.path("index").asInt();
        int subindex = data.path("subindex").asInt();
        switch (service) {
            case "iolinkdevice/iolreadacyclic" -> {
                String hex = device.parameter(index, subindex);
                if (hex == null) {
                    answer.putObject("data").put("errorcode", "8011");
                    return answer.put("code", REFUSED);
                }
                answer.putObject("data").put("value", hex);
            }
            case "iolinkdevice/iolwriteacyclic" -> {
                String refusal = device.write(index, subindex, data.path("value").asText());
                if (refusal != null) {
                    answer.putObject("data").put("errorcode", refusal);
                    return answer.put("code", REFUSED);
                }
            }
            case "iolinkdevice/pdout/getdata" -> answer.putObject("data").put("value", device.output());
            case "iolinkdevice/pdout/setdata" -> device.output(data.path("newvalue").asText());
            default -> {
                return answer.put("code", WRONG);
            }
        }
        return answer.put("code", OK);
    }
}
