package io.greenstack.edge.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.core.collection.BoundedMap;
import io.greenstack.core.message.InboundMessage;

/**
 * When messages arrived first whose own time does not count. Such a message gets the time of its arrival, which is another one
 * when the broker delivers it again; then the first counts, so that it stays one point and not two. The same topic and payload,
 * which holds the time that the device claims, is the same message, unless a broker says that it was published anew: then the
 * clock of the device stands still. What arrived longest ago is forgotten. Thread-safe.
 */
final class FirstArrivals {

    private static final int DIGEST_OCTETS = 16;

    private final Map<String, Sight> known;
    private final ArrivalStore store;

    /**
     * @param most how many messages are remembered
     * @param store remembers them beyond this process
     */
    FirstArrivals(int most, ArrivalStore store) {
        this.known = BoundedMap.ofNewest(most);
        this.store = store;
    }

    /** What other processes know too, and what this one knows after a restart. May block; never fails. */
    interface ArrivalStore {

        /** Remembers nothing. */
        ArrivalStore NONE = new ArrivalStore() {
        };

        /**
         * Notes arrivals, where none is noted yet.
         *
         * @param arrivals by message; not empty
         * @return those that count; empty while the store is away
         */
        default Map<String, Instant> firsts(Map<String, Instant> arrivals) {
            return Map.of();
        }

        /** The arrivals that are noted of these messages. */
        default Map<String, Instant> known(Collection<String> messages) {
            return Map.of();
        }

        /** Notes arrivals in place of what is noted. */
        default void replace(Map<String, Instant> arrivals) {}
    }

    /** A message that was seen: when it arrived first, and when its newest delivery arrived. */
    private record Sight(Instant first, Instant newest) {

        /** Whether a delivery is one of this same message, and not of one that the device published anew. */
        boolean covers(InboundMessage delivery) {
            return delivery.duplicate() || delivery.retained() || delivery.replayOf() != null
                    || delivery.receivedAt().equals(newest);
        }
    }

    /**
     * When messages arrived first whose time lies ahead, in their order; notes those that are not known. One question to the
     * store at most, none where all are known here.
     */
    List<Instant> of(List<InboundMessage> messages) {
        List<String> keys = messages.stream().map(FirstArrivals::key).toList();
        Map<String, Instant> asked = new LinkedHashMap<>();
        synchronized (known) {
            for (int i = 0; i < keys.size(); i++) {
                if (!known.containsKey(keys.get(i))) {
                    asked.putIfAbsent(keys.get(i), messages.get(i).receivedAt());
                }
            }
        }
        Map<String, Instant> found = asked.isEmpty() ? Map.of() : store.firsts(asked);
        Map<String, Instant> anew = new HashMap<>();
        List<Instant> firsts = new ArrayList<>(keys.size());
        synchronized (known) {
            for (int i = 0; i < keys.size(); i++) {
                String key = keys.get(i);
                Instant arrival = messages.get(i).receivedAt();
                Sight sight = known.get(key);
                if (sight == null) {
                    sight = new Sight(found.getOrDefault(key, arrival), arrival);
                } else if (sight.covers(messages.get(i))) {
                    sight = new Sight(sight.first(), arrival);
                } else {
                    sight = new Sight(arrival, arrival);
                    anew.put(key, arrival);
                }
                known.put(key, sight);
                firsts.add(sight.first());
            }
        }
        if (!anew.isEmpty()) {
            store.replace(anew);
        }
        return firsts;
    }

    /**
     * When messages arrived first that are delivered again and whose time lies ahead no more, in their order: it did when they
     * came first. Null for each that is not known, as for any with a right time.
     */
    List<Instant> ofOlder(List<InboundMessage> messages) {
        List<String> keys = messages.stream().map(FirstArrivals::key).toList();
        Map<String, Instant> firsts = new HashMap<>();
        synchronized (known) {
            for (String key : keys) {
                Sight sight = known.get(key);
                if (sight != null) {
                    firsts.put(key, sight.first());
                }
            }
        }
        List<String> asked = keys.stream().filter(key -> !firsts.containsKey(key)).distinct().toList();
        if (!asked.isEmpty()) {
            firsts.putAll(store.known(asked));
        }
        return keys.stream().map(firsts::get).toList();
    }

    private static String key(InboundMessage message) {
        MessageDigest digest = sha256();
        digest.update(message.topic().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        byte[] octets = digest.digest(message.payload());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(octets, DIGEST_OCTETS));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
