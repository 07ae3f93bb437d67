package io.greenstack.edge.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.greenstack.core.message.InboundMessage;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;

/**
 * Publishes over a connection of its own, which it makes anew whenever it is lost. Messages go out in the order of the calls, as
 * many at a time as the broker takes. Nothing is kept here: a message that the broker has not acknowledged when the connection
 * ends has failed, and whoever sent it has it still.
 */
public final class MqttSender {

    /** The most messages that may wait for their acknowledgement. */
    public static final int MAX_IN_FLIGHT = 1_000;

    private static final int MAX_TOPIC_BYTES = 65_535;
    /** Reasons for which the message is to blame; for any other it may be taken later (MQTT 5, 3.4.2.1). */
    private static final Set<Integer> BLAME = Set.of(0x83, 0x87, 0x90, 0x99);

    private final MqttDialer dialer;
    /** Null for a connection that only publishes. */
    private final MqttRole role;
    /** Event loop only, like {@link #queued}. */
    private final Map<Integer, CompletableFuture<Void>> waiting = new LinkedHashMap<>();
    /** What the broker does not take yet because it has its receive maximum. */
    private final Deque<Outgoing> queued = new ArrayDeque<>();
    private int window = MAX_IN_FLIGHT;
    private Throwable renewal;

    private record Outgoing(String topic, byte[] payload, int qos, boolean retain, String traceparent,
            CompletableFuture<Void> done) {}

    /**
     * @param vertx the application's Vert.x
     * @param settings how to reach the broker; the client id must be one that nothing else uses
     */
    public MqttSender(Vertx vertx, MqttConnectionSettings settings) {
        this.role = null;
        this.dialer = new MqttDialer(vertx, settings, " for publishing", false, MAX_IN_FLIGHT, new Events());
    }

    /**
     * A sender that is more than that.
     *
     * @param role gives the last will, and hears
     */
    public MqttSender(Vertx vertx, MqttConnectionSettings settings, MqttRole role) {
        this.role = role;
        this.dialer = new MqttDialer(vertx, settings, " for publishing", false, MAX_IN_FLIGHT, new Events(),
                role::will);
    }

    /** Keeps connecting until {@link #stop}; returns at once. */
    public void start() {
        dialer.start();
    }

    /** Whether the broker takes messages now. */
    public boolean connected() {
        return dialer.connected();
    }

    /** When the connection was last made or lost, null if never. */
    public Instant lastChange() {
        return dialer.lastChange();
    }

    /** Why the connection was last lost or failed, null if never. */
    public String lastError() {
        return dialer.lastError();
    }

    /** Publishes a message without a trace context; see the other one. */
    public CompletionStage<Void> publish(String topic, byte[] payload, int qos, boolean retain) {
        return publish(topic, payload, qos, retain, null);
    }

    /**
     * Publishes a message.
     *
     * @param topic topic name
     * @param payload octets; not copied
     * @param qos quality of service, 0 to 2
     * @param retain whether the broker keeps it for later subscribers
     * @param traceparent W3C trace context, sent as a user property where the broker speaks MQTT 5; null for none
     * @return completes with the acknowledgement of the broker (PUBACK, or PUBCOMP for QoS 2; for QoS 0 when it is sent); fails
     *         with {@link MessageRefusedException} when the message is to blame, with {@link ConnectionLostException} when the
     *         connection ends before, and otherwise when there is no connection, the broker cannot take it now or
     *         {@value #MAX_IN_FLIGHT} messages wait already
     */
    public CompletionStage<Void> publish(String topic, byte[] payload, int qos, boolean retain, String traceparent) {
        if (qos < 0 || qos > 2) {
            throw new IllegalArgumentException("QoS must be 0, 1 or 2 but is " + qos);
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        Outgoing message = new Outgoing(topic, payload, qos, retain, traceparent, done);
        if (dialer.stopping() || !dialer.run(() -> take(message))) {
            done.completeExceptionally(new IllegalStateException("The connection to the broker is not open"));
        }
        return done;
    }

    private void take(Outgoing message) {
        String fault = fault(message);
        if (!dialer.connected()) {
            message.done.completeExceptionally(new IllegalStateException(
                    "The broker is away" + (lastError() == null ? "" : ": " + lastError())));
        } else if (fault != null) {
            message.done.completeExceptionally(new MessageRefusedException(fault));
        } else if (waiting.size() + queued.size() >= MAX_IN_FLIGHT) {
            message.done.completeExceptionally(new IllegalStateException(
                    "The broker has not acknowledged " + MAX_IN_FLIGHT + " messages yet"));
        } else {
            queued.add(message);
            flush();
        }
    }

    private static String fault(Outgoing message) {
        String topic = message.topic;
        boolean name = !topic.isEmpty() && topic.indexOf('#') < 0 && topic.indexOf('+') < 0 && topic.indexOf('\0') < 0
                && topic.getBytes(StandardCharsets.UTF_8).length <= MAX_TOPIC_BYTES;
        return name ? null : "Not a topic name: " + topic;
    }

    private void flush() {
        while (!queued.isEmpty() && waiting.size() < window) {
            Outgoing message = queued.poll();
            try {
                int packetId = dialer.current().publish(message.topic, message.payload, message.qos, message.retain,
                        message.traceparent);
                if (packetId == 0) {
                    message.done.complete(null);
                } else {
                    waiting.put(packetId, message.done);
                }
            } catch (MessageRefusedException e) {
                message.done.completeExceptionally(e);
            }
        }
    }

    /** Makes the connection anew, because the broker does not acknowledge over this one; what waits fails. */
    public void renew() {
        dialer.run(() -> {
            if (dialer.connected()) {
                // Our doing and not the broker's: no message is to blame for it.
                renewal = new IllegalStateException("The broker did not acknowledge in time");
                dialer.current().abort(renewal);
            }
        });
    }

    /** Waits for outstanding acknowledgements, then disconnects. */
    public void stop(Duration deadline) {
        if (dialer.stopping()) {
            return;
        }
        dialer.stop();
        CountDownLatch settled = new CountDownLatch(1);
        try {
            if (dialer.run(() -> CompletableFuture
                    .allOf(Stream.concat(waiting.values().stream(), queued.stream().map(Outgoing::done))
                            .toArray(CompletableFuture[]::new))
                    .whenComplete((all, failure) -> settled.countDown()))
                    && !settled.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                IngressLog.LOG.debug("The broker did not acknowledge everything in time");
            }
            dialer.disconnect(false, () -> {}, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Events implements MqttListener {

        @Override
        public void connected(MqttConnection connection) {
            window = Math.min(MAX_IN_FLIGHT, connection.said().limit(MqttPropertyType.RECEIVE_MAXIMUM, MAX_IN_FLIGHT));
            if (role == null) {
                dialer.ready(connection, "to publish");
            } else {
                connection.subscribe(role.filters(), MqttQoS.AT_LEAST_ONCE);
            }
        }

        @Override
        public void subscribed(int packetId, List<Integer> reasons) {
            MqttConnection connection = dialer.current();
            if (reasons.stream().anyMatch(reason -> reason >= MqttConnection.REFUSED)) {
                connection.abort(new IllegalStateException(
                        "The broker does not let " + String.join(", ", role.filters()) + " be listened to"));
                return;
            }
            dialer.ready(connection, "to publish and to listen");
            role.opened();
        }

        @Override
        public void arrived(int packetId, InboundMessage message) {
            if (packetId != 0) {
                dialer.current().acknowledge(packetId);
            }
            if (role != null && !dialer.stopping()) {
                role.heard(message);
            }
        }

        @Override
        public void acknowledged(int packetId, int reason, String text) {
            CompletableFuture<Void> done = waiting.remove(packetId);
            if (done != null && reason < MqttConnection.REFUSED) {
                done.complete(null);
            } else if (done != null) {
                String why = "The broker refused the message: " + text;
                done.completeExceptionally(BLAME.contains(reason)
                        ? new MessageRefusedException(why)
                        : new IllegalStateException(why));
            }
            flush();
        }

        @Override
        public void ended(Throwable reason) {
            if (role != null && dialer.connected()) {
                role.closed();
            }
            List<CompletableFuture<Void>> sent = List.copyOf(waiting.values());
            List<Outgoing> unsent = List.copyOf(queued);
            waiting.clear();
            queued.clear();
            String why = MqttDialer.text(reason);
            Throwable failure = reason == renewal
                    ? reason
                    : new ConnectionLostException(
                            "The connection to the broker was lost before it acknowledged: " + why);
            sent.forEach(done -> done.completeExceptionally(failure));
            unsent.forEach(message -> message.done.completeExceptionally(
                    new IllegalStateException("The connection to the broker was lost: " + why)));
        }
    }
}
