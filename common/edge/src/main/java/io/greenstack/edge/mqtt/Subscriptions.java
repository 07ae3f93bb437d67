package io.greenstack.edge.mqtt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodes;

/**
 * The topic filters of an ingress, and what the broker says to them. All on the event loop. Filters that change may be refused by the
 * broker without harm to the others; of filters that are fixed all have to be granted.
 */
final class Subscriptions {

    private static final int AT_ONCE = 100;

    private final boolean changing;
    private final Set<String> wanted = new LinkedHashSet<>();
    /** Those that the session of the broker may still have from before. */
    private final Set<String> gone = new LinkedHashSet<>();
    private final Map<Integer, List<String>> asked = new HashMap<>();
    /** The one that they belong to, null while there is none. */
    private MqttConnection connection;

    Subscriptions(List<String> filters, boolean changing) {
        this.wanted.addAll(filters);
        this.changing = changing;
    }

    /**
     * Subscribes to all; also when the broker kept the session, since its subscriptions may be others.
     *
     * @return false if there is nothing to wait for
     */
    boolean begin(MqttConnection accepted) {
        connection = accepted;
        asked.clear();
        if (!gone.isEmpty()) {
            connection.unsubscribe(List.copyOf(gone));
        }
        subscribe(wanted);
        return !asked.isEmpty();
    }

    private void subscribe(Collection<String> filters) {
        List<String> all = List.copyOf(filters);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> part = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            asked.put(connection.subscribe(part, MqttQoS.AT_LEAST_ONCE), part);
        }
    }

    /**
     * Replaces the filters.
     *
     * @param formerly others that the session may have
     */
    void change(Collection<String> filters, Collection<String> formerly) {
        List<String> added = filters.stream().filter(filter -> !wanted.contains(filter)).distinct().toList();
        List<String> removed = new ArrayList<>(wanted);
        removed.addAll(formerly);
        removed.removeAll(Set.copyOf(filters));
        wanted.clear();
        wanted.addAll(filters);
        gone.addAll(removed);
        gone.removeAll(wanted);
        if (connection != null) {
            if (!removed.isEmpty()) {
                connection.unsubscribe(removed);
            }
            subscribe(added);
        }
    }

    /**
     * Takes the answer to a subscription.
     *
     * @return what is wrong for good, null if nothing is
     */
    String answered(int packetId, List<Integer> reasons) {
        List<String> filters = asked.remove(packetId);
        for (int i = 0; i < reasons.size(); i++) {
            String filter = filters != null && i < filters.size() ? filters.get(i) : "#" + i;
            int reason = reasons.get(i);
            if (reason >= MqttConnection.REFUSED) {
                String refused = "The broker refused the subscription " + filter + ": " + MqttPackets.reason(
                        MqttReasonCodes.SubAck::valueOf, (byte) reason, MqttProperties.NO_PROPERTIES);
                if (!changing) {
                    return refused;
                }
                IngressLog.LOG.warn(refused);
            } else if (reason < MqttQoS.AT_LEAST_ONCE.value()) {
                IngressLog.LOG.warnf("The broker granted only QoS 0 for %s: messages can be lost there", filter);
            }
        }
        return null;
    }

    /** Those that are wanted. */
    List<String> all() {
        return List.copyOf(wanted);
    }

    /** The connection ended. */
    void end() {
        connection = null;
        asked.clear();
    }

    /** Whether all that was asked is answered. */
    boolean complete() {
        return asked.isEmpty();
    }

    @Override
    public String toString() {
        return wanted.isEmpty() ? "subscribed to nothing" : "subscribed to " + wanted;
    }
}
