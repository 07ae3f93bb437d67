package io.greenstack.api.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A row of the table of simulations.
 *
 * @param phase shift of its signals in seconds, so that two devices of a kind do not show the same values
 * @param instead values that it shows instead of what it would, until {@code insteadUntil}
 */
record StoredSimulation(String deviceId, String name, long descriptionId, int intervalMs, Map<String, Long> parameters,
        boolean events, double phase, Map<String, Object> instead, Instant insteadUntil, Instant startedAt,
        String startedBy) {

    /** Its own time, in seconds. */
    double seconds(Instant now) {
        return Duration.between(startedAt, now).toMillis() / 1_000.0;
    }

    Map<String, Object> instead(Instant now) {
        return insteadUntil != null && now.isBefore(insteadUntil) ? instead : Map.of();
    }
}
