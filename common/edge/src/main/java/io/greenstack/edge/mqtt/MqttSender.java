package io.greenstack.edge.mqtt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import io.vertx.mqtt.MqttException;

/**
 * Publishes over a connection of its own, which it makes anew whenever it is lost. Messages go out in the order of the calls.
 * Nothing is kept here: a message that the broker has not acknowledged when the connection ends has failed, and whoever sent it
 * has it still.
 */
public final class MqttSender {

    /** The most messages that may wait for their acknowledgement. */
    public static final int MAX_IN_FLIGHT = 1_000;

    private static final Duration STABLE = Duration.ofSeconds(5);

    private final VertxInternal vertx;
    private final MqttConnectionSettings settings;
    private final Backoff backoff;
    /** All state but the volatile fields belongs to the event loop of {@link #context}. */
    private final Map<Integer, CompletableFuture<Void>> waiting = new HashMap<>();
    private final Set<Integer> early = new HashSet<>();
    private ContextInternal context;
    private MqttClient client;
    private long connectedAtNanos;
    private boolean reported;

    private volatile boolean connected;
    private volatile boolean stopping;
    private volatile Instant lastChange;
    private volatile String lastError;

    /**
     * @param vertx the application's Vert.x
     * @param settings how to reach the broker; the client id must be one that nothing else uses
     */
    public MqttSender(Vertx vertx, MqttConnectionSettings settings) {
        this.vertx = (VertxInternal) vertx;
        this.settings = settings;
        this.backoff = new Backoff(settings.backoffMin(), settings.backoffMax());
    }

    /** Keeps connecting until {@link #stop}; returns at once. */
    public void start() {
        context = vertx.createEventLoopContext();
        context.runOnContext(v -> connect());
    }

    /** Whether the broker takes messages now. */
    public boolean connected() {
        return connected;
    }

    /** When the connection was last made or lost, null if never. */
    public Instant lastChange() {
        return lastChange;
    }

    /** Why the connection was last lost or failed, null if never. */
    public String lastError() {
        return lastError;
    }

    /**
     * Publishes a message.
     *
     * @param topic topic name
     * @param payload octets; not copied
     * @param qos quality of service, 0 to 2
     * @param retain whether the broker keeps it for later subscribers
     * @return completes with the acknowledgement of the broker (PUBACK, or PUBCOMP for QoS 2; for QoS 0 when it is written); fails
     *         with {@link MessageRefusedException} when the message is to blame, with {@link ConnectionLostException} when the
     *         connection ends before, and otherwise when there is no connection or {@value #MAX_IN_FLIGHT} messages wait already
     */
    public CompletionStage<Void> publish(String topic, byte[] payload, int qos, boolean retain) {
        if (qos < 0 || qos > 2) {
            throw new IllegalArgumentException("QoS must be 0, 1 or 2 but is " + qos);
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (context == null || stopping) {
            done.completeExceptionally(new IllegalStateException("The connection to the broker is not open"));
        } else {
            context.runOnContext(v -> send(topic, payload, qos, retain, done));
        }
        return done;
    }

    private void send(String topic, byte[] payload, int qos, boolean retain, CompletableFuture<Void> done) {
        if (!connected) {
            done.completeExceptionally(new IllegalStateException("The broker is away" + because()));
            return;
        }
        if (waiting.size() >= MAX_IN_FLIGHT) {
            done.completeExceptionally(new IllegalStateException("The broker has not acknowledged " + MAX_IN_FLIGHT
                    + " messages yet"));
            return;
        }
        MqttClient current = client;
        current.publish(topic, Buffer.buffer(payload), MqttQoS.valueOf(qos), false, retain).onComplete(sent -> {
            if (sent.failed()) {
                done.completeExceptionally(failure(sent.cause()));
            } else if (qos == 0 || early.remove(sent.result())) {
                done.complete(null);
            } else if (current != client || !connected) {
                done.completeExceptionally(
                        new ConnectionLostException("The connection to the broker was lost" + because()));
            } else {
                waiting.put(sent.result(), done);
            }
        });
    }

    /** The client checks the topic before it sends anything. */
    private static Throwable failure(Throwable cause) {
        return cause instanceof MqttException refused && refused.code() == MqttException.MQTT_INVALID_TOPIC_NAME
                ? new MessageRefusedException(text(refused))
                : cause;
    }

    private String because() {
        return lastError == null ? "" : ": " + lastError;
    }

    private void connect() {
        if (stopping) {
            return;
        }
        MqttClientOptions options = LinkOptions.of(settings, settings.maxMessageBytes());
        options.setCleanSession(true).setAutoKeepAlive(true).setMaxInflightQueue(MAX_IN_FLIGHT + 1);
        MqttClient opened = MqttClient.create(vertx, options);
        client = opened;
        opened.publishCompletionHandler(packet -> acknowledged(opened, packet));
        opened.exceptionHandler(error -> lastError = text(error));
        opened.closeHandler(v -> ended(opened, "The broker closed the connection"));
        vertx.setTimer(settings.connectTimeout().toMillis(), id -> giveUp(opened));
        opened.connect(settings.port(), settings.host(), LinkOptions.serverName(settings)).onComplete(result -> {
            if (result.failed()) {
                ended(opened, text(result.cause()));
            } else if (opened == client && !stopping) {
                connected = true;
                reported = false;
                connectedAtNanos = System.nanoTime();
                lastChange = Instant.now();
                IngressLog.LOG.infof("MQTT connected to %s:%d as %s, to publish", settings.host(), settings.port(),
                        settings.clientId());
            }
        });
    }

    /** A server that accepts the connection and then says nothing would be waited for without end. */
    private void giveUp(MqttClient opened) {
        if (opened == client && !connected) {
            ended(opened, "No CONNACK within " + settings.connectTimeout().toSeconds() + " s");
            opened.disconnect();
        }
    }

    /** Makes the connection anew, because the broker does not acknowledge over this one; what waits fails. */
    public void renew() {
        if (context != null) {
            context.runOnContext(v -> {
                MqttClient silent = client;
                if (silent != null && connected) {
                    String reason = "The broker did not acknowledge in time";
                    // Our doing and not the broker's: no message is to blame for it.
                    ended(silent, reason, new IllegalStateException(reason));
                    silent.disconnect();
                }
            });
        }
    }

    private static String text(Throwable error) {
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }

    private void acknowledged(MqttClient from, int packet) {
        if (from != client) {
            return;
        }
        CompletableFuture<Void> done = waiting.remove(packet);
        if (done == null) {
            early.add(packet);
        } else {
            done.complete(null);
        }
    }

    private void ended(MqttClient from, String reason) {
        ended(from, reason,
                new ConnectionLostException("The connection to the broker was lost before it acknowledged: " + reason));
    }

    private void ended(MqttClient from, String reason, RuntimeException failure) {
        if (from != client) {
            return;
        }
        boolean wasConnected = connected;
        connected = false;
        client = null;
        lastChange = Instant.now();
        lastError = reason;
        early.clear();
        List<CompletableFuture<Void>> lost = new ArrayList<>(waiting.values());
        waiting.clear();
        lost.forEach(done -> done.completeExceptionally(failure));
        if (stopping) {
            return;
        }
        if (wasConnected && System.nanoTime() - connectedAtNanos > STABLE.toNanos()) {
            backoff.reset();
        }
        long millis = backoff.nextMillis();
        IngressLog.LOG.logf(wasConnected || !reported ? Logger.Level.WARN : Logger.Level.DEBUG,
                "MQTT connection to %s:%d for publishing %s (%s); next try in %d ms", settings.host(), settings.port(),
                wasConnected ? "lost" : "failed", reason, millis);
        reported = true;
        vertx.setTimer(millis, id -> context.runOnContext(v -> connect()));
    }

    /** Waits for outstanding acknowledgements, then disconnects. */
    public void stop(Duration deadline) {
        if (stopping || context == null) {
            return;
        }
        stopping = true;
        CountDownLatch done = new CountDownLatch(1);
        context.runOnContext(v -> CompletableFuture.allOf(waiting.values().toArray(CompletableFuture[]::new))
                .whenComplete((all, failure) -> context.runOnContext(w -> disconnect(done))));
        try {
            if (!done.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                IngressLog.LOG.debug("The broker did not acknowledge everything in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void disconnect(CountDownLatch done) {
        if (client == null || !connected) {
            done.countDown();
        } else {
            client.disconnect().onComplete(result -> done.countDown());
        }
    }
}
