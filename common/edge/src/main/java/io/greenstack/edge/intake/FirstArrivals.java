package io.greenstack.edge.intake;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32C;

import io.greenstack.core.collection.BoundedMap;
import io.greenstack.core.message.InboundMessage;

/**
 * When messages arrived first whose own time does not count. Such a message gets the time of its arrival, which is another one
 * when the broker delivers it again; then the first counts, so that it stays one point and not two. The same topic and payload,
 * which holds the time that the device claims, is the same message. What arrived longest ago is forgotten. Thread-safe.
 */
final class FirstArrivals {

    private final Map<Key, Instant> arrivals;

    /** @param most how many messages are remembered */
    FirstArrivals(int most) {
        this.arrivals = BoundedMap.ofNewest(most);
    }

    private record Key(String topic, int length, int hash, long checksum) {

        static Key of(InboundMessage message) {
            CRC32C checksum = new CRC32C();
            checksum.update(message.payload());
            return new Key(message.topic(), message.payload().length, Arrays.hashCode(message.payload()),
                    checksum.getValue());
        }
    }

    /** When a message arrived first. */
    synchronized Instant of(InboundMessage message) {
        Instant first = arrivals.putIfAbsent(Key.of(message), message.receivedAt());
        return first == null ? message.receivedAt() : first;
    }
}
