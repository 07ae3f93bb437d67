package io.greenstack.api.device;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.descriptions.Sparse;

/**
 * What is known of a device's connection.
 *
 * @param state whether it is there
 * @param since when its last status message changed that, absent if there was none
 * @param firstSeen first message
 * @param lastSeen newest message
 * @param clockAheadMs by how many milliseconds its clock is ahead, so that the arrival stands for the times that it gives; absent
 *        if it is right
 */
@Schema(name = "Connection")
public record DeviceConnection(ConnectionStatus state, Instant since, Instant firstSeen, Instant lastSeen,
        Long clockAheadMs) implements Sparse {

    /**
     * How long after the goodbye of a device messages may still arrive that it sent before. One that comes later shows that the
     * device is there, and that the goodbye was the last will of an older session.
     */
    static final Duration AFTERMATH = Duration.ofSeconds(10);

    /** The same as it is at another time: a device falls silent, or was heard of again. */
    DeviceConnection at(Instant now, Duration timeout) {
        if (lastSeen == null || state == ConnectionStatus.DISCONNECTED) {
            return this;
        }
        ConnectionStatus then = judge(null, null, lastSeen, now, timeout);
        return then == state ? this : new DeviceConnection(then, since, firstSeen, lastSeen, clockAheadMs);
    }

    /** When it falls silent unless something else is heard of it; null if it will not. */
    Instant silentAfter(Duration timeout) {
        return state == ConnectionStatus.CONNECTED && lastSeen != null ? lastSeen.plus(timeout) : null;
    }

    /**
     * Judges what was noted.
     *
     * @param said state of the last status message, {@code connected} or {@code disconnected}; null = none
     * @param since when that began
     * @param lastSeen newest message
     * @param now the time now
     * @param timeout silence time-out
     */
    public static ConnectionStatus judge(String said, Instant since, Instant lastSeen, Instant now, Duration timeout) {
        boolean heardAfter = since != null && lastSeen != null && lastSeen.isAfter(since.plus(AFTERMATH));
        if ("disconnected".equals(said) && !heardAfter) {
            return ConnectionStatus.DISCONNECTED;
        }
        if (lastSeen == null) {
            return said == null ? ConnectionStatus.UNKNOWN : ConnectionStatus.SILENT;
        }
        return lastSeen.isBefore(now.minus(timeout)) ? ConnectionStatus.SILENT : ConnectionStatus.CONNECTED;
    }
}
