package io.greenstack.core.message;

import java.time.Duration;
import java.time.Instant;

/**
 * When a value was measured.
 *
 * @param time the time, to the nanosecond
 * @param fromDevice true if the device gave it (a redelivery then has the same), false if it is the time of arrival
 * @param ahead how far the time that the device gave lies ahead of ours, where the arrival took its place; null otherwise
 */
public record Timestamp(Instant time, boolean fromDevice, Duration ahead) {

    /** A time that counts as it is. */
    public Timestamp(Instant time, boolean fromDevice) {
        this(time, fromDevice, null);
    }

    /** Nanoseconds since 1970; exact, as timestamps outside 1678..2262 are refused long before. */
    public long epochNanos() {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    }

    /** ISO 8601 in UTC. */
    @Override
    public String toString() {
        return time.toString();
    }
}
