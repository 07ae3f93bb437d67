package io.greenstack.platform.unregistered;

import java.time.Instant;

/**
 * Raw process data of a device that is not registered, as far as it lies in the time-series store.
 *
 * @param firstMicros time of its oldest reading, in microseconds since 1970
 * @param lastMicros time of its newest reading
 * @param seenMillis when its last message came, in milliseconds since 1970
 * @param messages how many; grows with everything that is added, so equal notes are the same
 * @param octets of process data in them
 */
public record KeptRaw(long firstMicros, long lastMicros, long seenMillis, long messages, long octets) {

    private static final int PARTS = 5;
    private static final long MICROS = 1_000_000;

    /** What {@link #text} has written; null for any other text. */
    static KeptRaw parse(String text) {
        String[] parts = text.split(" ");
        try {
            return parts.length != PARTS
                    ? null
                    : new KeptRaw(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]),
                            Long.parseLong(parts[3]), Long.parseLong(parts[4]));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** As it lies in Redis. */
    String text() {
        return firstMicros + " " + lastMicros + " " + seenMillis + " " + messages + " " + octets;
    }

    /** Both together. */
    public KeptRaw plus(KeptRaw more) {
        return new KeptRaw(Math.min(firstMicros, more.firstMicros), Math.max(lastMicros, more.lastMicros),
                Math.max(seenMillis, more.seenMillis), messages + more.messages, octets + more.octets);
    }

    /** Time of the oldest reading. */
    public Instant first() {
        return instant(firstMicros);
    }

    /** A time behind the newest reading. */
    public Instant end() {
        return instant(lastMicros + 2);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
    }
}
