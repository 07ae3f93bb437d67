package io.greenstack.localstack.master;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.localstack.testing.MqttTestClient;

/**
 * What a stub of a master does over MQTT: subscriptions to its timer and to events of its ports, and the command channel. Without a
 * connection to a broker it keeps subscriptions and has no command channel, as older firmware.
 */
final class StubSubscriptions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHANNEL = "/connections/mqttConnection/mqttCmdChannel/";
    private static final String STATUS = CHANNEL + "status";
    private static final String SETUP = CHANNEL + "mqttCmdChannelSetup/";
    private static final Pattern SERVICE = Pattern.compile("/?(.+)/datachanged/(subscribe|unsubscribe)");
    private static final Pattern TOPIC = Pattern.compile("mqtt://[^/]+/(.+)");
    private static final long TICK_MILLIS = 200;
    private static final int OK = 200;
    private static final int WRONG = 400;

    private final Function<JsonNode, ObjectNode> answers;
    private final Map<String, Object> channel = new ConcurrentHashMap<>(
            Map.of(STATUS, "stopped", SETUP + "brokerIP", "",
                    SETUP + "brokerPort", 1883, SETUP + "cmdTopic", "", SETUP + "defaultReplyTopic", ""));
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private volatile MqttTestClient client;
    private volatile boolean silent;
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicLong requests = new AtomicLong();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stub-master-timer");
        thread.setDaemon(true);
        return thread;
    });

    private record Subscription(String element, int cid, String callback, JsonNode points) {}

    /** @param answers what the master answers to a request */
    StubSubscriptions(Function<JsonNode, ObjectNode> answers) {
        this.answers = answers;
    }

    void connect(MqttTestClient connection, Runnable tick) {
        client = connection;
        timer.scheduleAtFixedRate(tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Somebody else uses the command channel. */
    void occupy(String topic) {
        channel.put(SETUP + "cmdTopic", topic);
        channel.put(STATUS, "running");
    }

    /** How many requests came over the command channel. */
    long requests() {
        return requests.get();
    }

    void close() {
        timer.shutdownNow();
    }

    /** Whether nothing is answered over the command channel. */
    void silent(boolean is) {
        silent = is;
    }

    /** How often a setting of the command channel was written. */
    int writes() {
        return writes.get();
    }

    /** All are forgotten. */
    void forget() {
        subscriptions.clear();
    }

    /** What the subscriptions to an element have for their points, null without one. */
    Subscription of(String element) {
        return subscriptions.stream().filter(one -> one.element().equals(element)).findFirst().orElse(null);
    }

    /** How many there are. */
    int count() {
        return subscriptions.size();
    }

    /** Where the subscription to an element publishes, null without one. */
    String callback(String element) {
        return of(element) == null ? null : of(element).callback();
    }

    /** What the subscription to an element publishes, null without one. */
    String notification(String element, Function<String, ObjectNode> value) {
        Subscription found = of(element);
        if (found == null) {
            return null;
        }
        ObjectNode message = JSON.createObjectNode().put("code", "event").put("cid", found.cid()).put("adr", "");
        ObjectNode data = message.putObject("data").put("eventno", "1").put("srcurl",
                "00-02-01-00-00-01/" + element + "/datachanged");
        ObjectNode payload = data.putObject("payload");
        found.points().forEach(point -> payload.set("/" + point.asText().replaceFirst("^/", ""),
                value.apply("/" + point.asText().replaceFirst("^/", ""))));
        return message.toString();
    }

    /** Tells that something happened, to whoever has a subscription to it. */
    void tell(String element, Function<String, ObjectNode> value) {
        String message = notification(element, value);
        if (message != null && client != null) {
            Matcher topic = TOPIC.matcher(callback(element));
            if (topic.matches()) {
                client.send(topic.group(1), message.getBytes(StandardCharsets.UTF_8), 1, false);
            }
        }
    }

    /** A data point of the command channel, null for another one. */
    ObjectNode point(String name) {
        Object value = client == null ? null : channel.get(name);
        return value == null ? null : JSON.createObjectNode().put("code", OK).putPOJO("data", value);
    }

    /** The code of a service, 0 for one that is none of these. */
    int service(String adr, int cid, JsonNode data) {
        Matcher subscription = SERVICE.matcher(adr);
        if (subscription.matches()) {
            String element = subscription.group(1);
            String callback = data.path("callback").asText();
            subscriptions.removeIf(
                    one -> one.element().equals(element) && one.cid() == cid && one.callback().equals(callback));
            if (subscription.group(2).equals("subscribe")) {
                subscriptions.add(new Subscription(element, cid, callback, data.path("datatosend")));
            }
            return OK;
        }
        if (!adr.startsWith(CHANNEL) || client == null) {
            return 0;
        }
        return channel(adr, data.path("newvalue"));
    }

    private int channel(String adr, JsonNode value) {
        if (adr.equals(STATUS + "/start")) {
            channel.put(STATUS, "running");
            client.subscribe(String.valueOf(channel.get(SETUP + "cmdTopic")), this::came);
            return OK;
        }
        if (adr.equals(STATUS + "/stop")) {
            channel.put(STATUS, "stopped");
            return OK;
        }
        String name = adr.replaceFirst("/setdata$", "");
        if (!channel.containsKey(name) || name.endsWith("brokerPort") != value.isInt()) {
            return WRONG;
        }
        writes.incrementAndGet();
        channel.put(name, value.isInt() ? (Object) value.asInt() : value.asText());
        return OK;
    }

    /** Does not wait for the broker, since that is done by the thread that called. */
    private void came(MqttTestClient.Message message) {
        if (silent || !"running".equals(channel.get(STATUS))) {
            return;
        }
        requests.incrementAndGet();
        try {
            client.send(String.valueOf(channel.get(SETUP + "defaultReplyTopic")),
                    answers.apply(JSON.readTree(message.payload())).toString().getBytes(StandardCharsets.UTF_8), 1,
                    false);
        } catch (JsonProcessingException e) {
            // It answers nothing to what is no request.
        }
    }
}
