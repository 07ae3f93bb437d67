package io.greenstack.edge.mqtt;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.greenstack.core.message.InboundMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;

/**
 * Sees what goes over the broker, with QoS 0 and without a session: what passes while it is away is missed, and the broker keeps
 * nothing for it. Which topics it sees may change at any time. The connection is made anew whenever it is lost.
 */
public final class MqttWatcher {

    private static final Duration GOODBYE = Duration.ofSeconds(3);
    private static final int RECEIVE_MAXIMUM = 65_535;

    private final MqttDialer dialer;
    private final Consumer<InboundMessage> handler;
    /** What belongs to the event loop, as all but the volatile field does. */
    private final Set<String> subscribed = new HashSet<>();
    private final Map<Integer, List<String>> asked = new HashMap<>();

    private volatile Set<String> wanted = Set.of();
    private volatile Set<String> refused = Set.of();
    private volatile Set<String> taken = Set.of();

    /**
     * @param vertx the application's Vert.x
     * @param settings how to reach the broker; the client id must be one that nothing else uses
     * @param handler gets every message, on the event loop; it must not block
     */
    public MqttWatcher(Vertx vertx, MqttConnectionSettings settings, Consumer<InboundMessage> handler) {
        this.dialer = new MqttDialer(vertx, settings, null, false, RECEIVE_MAXIMUM, new Events());
        this.handler = handler;
    }

    /** Keeps connecting until {@link #stop}; returns at once. */
    public void start() {
        dialer.start();
    }

    /** Whether there is a connection. */
    public boolean connected() {
        return dialer.connected();
    }

    /** Filters that the broker refused on this connection. */
    public Set<String> refused() {
        return refused;
    }

    /** Filters that the broker has taken on this connection. */
    public Set<String> taken() {
        return taken;
    }

    /** What is to be seen from now on, instead of what was before. */
    public void watch(Set<String> filters) {
        watch(filters, Set.of());
    }

    /**
     * What is to be seen from now on, instead of what was before.
     *
     * @param again those of them for which the broker is asked once more, so that it sends what it has retained
     */
    public void watch(Set<String> filters, Set<String> again) {
        wanted = Set.copyOf(filters);
        dialer.run(() -> {
            subscribed.removeAll(again);
            taken = without(taken, again);
            apply();
        });
    }

    private static Set<String> without(Set<String> filters, Collection<String> gone) {
        Set<String> left = new HashSet<>(filters);
        left.removeAll(gone);
        return Set.copyOf(left);
    }

    private void apply() {
        if (!dialer.connected()) {
            return;
        }
        List<String> gone = subscribed.stream().filter(filter -> !wanted.contains(filter)).toList();
        if (!gone.isEmpty()) {
            gone.forEach(subscribed::remove);
            taken = without(taken, gone);
            dialer.current().unsubscribe(gone);
        }
        List<String> added = wanted.stream()
                .filter(filter -> !subscribed.contains(filter) && !refused.contains(filter)).toList();
        if (!added.isEmpty()) {
            subscribed.addAll(added);
            asked.put(dialer.current().subscribe(added, MqttQoS.AT_MOST_ONCE), added);
        }
    }

    /** Disconnects. */
    public void stop() {
        if (dialer.stopping()) {
            return;
        }
        try {
            dialer.disconnect(false, () -> {}, GOODBYE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Events implements MqttListener {

        @Override
        public void connected(MqttConnection connection) {
            dialer.ready(connection, "to watch");
            apply();
        }

        @Override
        public void subscribed(int packetId, List<Integer> reasons) {
            List<String> filters = asked.remove(packetId);
            if (filters == null) {
                return;
            }
            Set<String> all = new HashSet<>(refused);
            Set<String> now = new HashSet<>(taken);
            for (int i = 0; i < Math.min(filters.size(), reasons.size()); i++) {
                if (reasons.get(i) >= MqttConnection.REFUSED) {
                    subscribed.remove(filters.get(i));
                    all.add(filters.get(i));
                } else if (subscribed.contains(filters.get(i))) {
                    now.add(filters.get(i));
                }
            }
            refused = Set.copyOf(all);
            taken = Set.copyOf(now);
        }

        @Override
        public void arrived(int packetId, InboundMessage message) {
            if (!dialer.stopping()) {
                handler.accept(message);
            }
        }

        @Override
        public void ended(Throwable reason) {
            subscribed.clear();
            asked.clear();
            refused = Set.of();
            taken = Set.of();
        }
    }
}
