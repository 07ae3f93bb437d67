package io.greenstack.api.telemetry;

import java.time.Instant;
import java.util.List;

import io.greenstack.descriptions.Sparse;

/**
 * History of a device.
 *
 * @param deviceId device
 * @param from first instant, included
 * @param to last instant, not included
 * @param every window of the averages, with their least and greatest reading, in ISO 8601, absent = the readings as they are
 * @param limit most points that were asked for
 * @param truncated whether there are older points in the range that the limit left out
 * @param series one for each parameter and unit
 */
record History(String deviceId, Instant from, Instant to, String every, int limit, boolean truncated,
        List<Series> series) implements Sparse {

    /** Points of a parameter, oldest first. */
    public record Series(String parameter, String unit, List<Point> points) implements Sparse {}

    /**
     * A point; the value is absent where the status says why. {@code min} and {@code max} are the least and the greatest
     * reading of a window, and absent where the readings are answered as they are.
     */
    public record Point(Instant timestamp, Double value, Double min, Double max, String label,
            String status) implements Sparse {}
}
