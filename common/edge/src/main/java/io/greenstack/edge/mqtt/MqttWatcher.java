package io.greenstack.edge.mqtt;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.greenstack.core.message.InboundMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import io.vertx.mqtt.messages.MqttPublishMessage;

/**
 * Sees what goes over the broker, with QoS 0 and without a session: what passes while it is away is missed, and the broker keeps
 * nothing for it. Which topics it sees may change at any time. The connection is made anew whenever it is lost.
 */
public final class MqttWatcher {

    private static final long STOP_SECONDS = 3;

    private final VertxInternal vertx;
    private final MqttConnectionSettings settings;
    private final Consumer<InboundMessage> handler;
    private final Backoff backoff;
    /** All state but the volatile fields belongs to the event loop of {@link #context}. */
    private final Set<String> wanted = new HashSet<>();
    private final Set<String> subscribed = new HashSet<>();
    private final Map<Integer, List<String>> pending = new HashMap<>();
    private ContextInternal context;
    private MqttClient client;

    private volatile boolean connected;
    private volatile boolean stopping;
    private volatile Set<String> refused = Set.of();

    /**
     * @param vertx the application's Vert.x
     * @param settings how to reach the broker; the client id must be one that nothing else uses
     * @param handler gets every message, on the event loop; it must not block
     */
    public MqttWatcher(Vertx vertx, MqttConnectionSettings settings, Consumer<InboundMessage> handler) {
        this.vertx = (VertxInternal) vertx;
        this.settings = settings;
        this.handler = handler;
        this.backoff = new Backoff(settings.backoffMin(), settings.backoffMax());
    }

    /** Keeps connecting until {@link #stop}; returns at once. */
    public void start() {
        context = vertx.createEventLoopContext();
        context.runOnContext(v -> connect());
    }

    /** Whether there is a connection. */
    public boolean connected() {
        return connected;
    }

    /** Filters that the broker refused on this connection. */
    public Set<String> refused() {
        return refused;
    }

    /** What is to be seen from now on, instead of what was before. */
    public void watch(Set<String> filters) {
        Set<String> copy = Set.copyOf(filters);
        context.runOnContext(v -> {
            wanted.clear();
            wanted.addAll(copy);
            apply();
        });
    }

    private void connect() {
        if (stopping) {
            return;
        }
        MqttClientOptions options = LinkOptions.of(settings, settings.maxMessageBytes());
        options.setCleanSession(true).setAutoKeepAlive(true).setAutoAck(true);
        MqttClient opened = MqttClient.create(vertx, options);
        client = opened;
        opened.publishHandler(this::received);
        opened.subscribeCompletionHandler(ack -> granted(pending.remove(ack.messageId()), ack.grantedQoSLevels()));
        opened.exceptionHandler(error -> IngressLog.LOG.debugf("MQTT watcher: %s", error.toString()));
        opened.closeHandler(v -> ended(opened, "closed"));
        vertx.setTimer(settings.connectTimeout().toMillis(), id -> giveUp(opened));
        opened.connect(settings.port(), settings.host(), LinkOptions.serverName(settings)).onComplete(result -> {
            if (result.failed()) {
                ended(opened, result.cause().toString());
            } else if (opened == client && !stopping) {
                connected = true;
                backoff.reset();
                apply();
            }
        });
    }

    /** A server that accepts the connection and then says nothing would be waited for without end. */
    private void giveUp(MqttClient opened) {
        if (opened == client && !connected) {
            ended(opened, "no CONNACK in time");
            opened.disconnect();
        }
    }

    private void apply() {
        if (!connected) {
            return;
        }
        List<String> gone = subscribed.stream().filter(filter -> !wanted.contains(filter)).toList();
        if (!gone.isEmpty()) {
            gone.forEach(subscribed::remove);
            client.unsubscribe(gone);
        }
        Map<String, Integer> added = new LinkedHashMap<>();
        wanted.stream().filter(filter -> !subscribed.contains(filter) && !refused.contains(filter))
                .forEach(filter -> added.put(filter, MqttQoS.AT_MOST_ONCE.value()));
        if (!added.isEmpty()) {
            List<String> filters = List.copyOf(added.keySet());
            subscribed.addAll(filters);
            client.subscribe(added).onSuccess(packet -> pending.put(packet, filters));
        }
    }

    private void granted(List<String> filters, List<Integer> levels) {
        if (filters == null) {
            return;
        }
        Set<String> all = new HashSet<>(refused);
        for (int i = 0; i < Math.min(filters.size(), levels.size()); i++) {
            if (levels.get(i) == MqttQoS.FAILURE.value()) {
                subscribed.remove(filters.get(i));
                all.add(filters.get(i));
            }
        }
        refused = Set.copyOf(all);
    }

    private void received(MqttPublishMessage message) {
        if (!stopping) {
            handler.accept(new InboundMessage(message.topicName(), Payloads.octets(message.payload()),
                    message.qosLevel().value(), message.isRetain(), message.isDup(), Instant.now()));
        }
    }

    private void ended(MqttClient from, String reason) {
        if (from != client) {
            return;
        }
        connected = false;
        client = null;
        subscribed.clear();
        pending.clear();
        refused = Set.of();
        if (!stopping) {
            long millis = backoff.nextMillis();
            IngressLog.LOG.debugf("MQTT connection for watching lost (%s); next try in %d ms", reason, millis);
            vertx.setTimer(millis, id -> context.runOnContext(v -> connect()));
        }
    }

    /** Disconnects. */
    public void stop() {
        if (stopping || context == null) {
            return;
        }
        stopping = true;
        CountDownLatch done = new CountDownLatch(1);
        context.runOnContext(v -> {
            if (client == null || !connected) {
                done.countDown();
            } else {
                client.disconnect().onComplete(result -> done.countDown());
            }
        });
        try {
            if (!done.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                IngressLog.LOG.debug("The broker did not take the goodbye of the watcher in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
