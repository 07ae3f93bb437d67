package io.greenstack.bridge.namespace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What waits to go out, bounded. Where only the newest value of a topic counts, an older one that waits is replaced; else all are kept in
 * their order. When there is no room the oldest goes.
 */
final class NamespaceQueue {

    /**
     * A message.
     *
     * @param topic where to
     * @param payload its octets
     */
    record Outgoing(String topic, byte[] payload) {}

    private final boolean newestOnly;
    private final int most;
    private final Map<String, Outgoing> newest = new LinkedHashMap<>();
    private final ArrayDeque<Outgoing> all = new ArrayDeque<>();
    private long dropped;

    NamespaceQueue(boolean newestOnly, int most) {
        this.newestOnly = newestOnly;
        this.most = most;
    }

    synchronized void add(Outgoing message) {
        if (newestOnly) {
            newest.remove(message.topic());
            newest.put(message.topic(), message);
            if (newest.size() > most) {
                newest.remove(newest.keySet().iterator().next());
                dropped++;
            }
        } else {
            all.add(message);
            if (all.size() > most) {
                all.remove();
                dropped++;
            }
        }
    }

    /** Takes the oldest ones out. */
    synchronized List<Outgoing> take(int count) {
        List<Outgoing> taken = new ArrayList<>(Math.min(count, size()));
        while (taken.size() < count && size() > 0) {
            taken.add(newestOnly ? newest.remove(newest.keySet().iterator().next()) : all.remove());
        }
        return taken;
    }

    /** Puts back what could not go out; what came meanwhile is newer. */
    synchronized void putBack(List<Outgoing> messages) {
        if (newestOnly) {
            messages.forEach(message -> newest.putIfAbsent(message.topic(), message));
        } else {
            for (int i = messages.size() - 1; i >= 0; i--) {
                all.addFirst(messages.get(i));
            }
        }
        while (size() > most) {
            take(1);
            dropped++;
        }
    }

    synchronized int size() {
        return newestOnly ? newest.size() : all.size();
    }

    synchronized long dropped() {
        return dropped;
    }
}
