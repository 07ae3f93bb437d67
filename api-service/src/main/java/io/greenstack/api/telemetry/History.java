package io.greenstack.api.telemetry;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.Sparse;

/**
 * History of devices.
 *
 * @param deviceId the device, absent where several were asked for
 * @param from first instant, included
 * @param to last instant, not included
 * @param function what was made of each window, absent = the readings as they are
 * @param every length of the windows in ISO 8601, absent = one window, or none
 * @param limit most points that were asked for
 * @param truncated whether there are older points in the range that the limit left out
 * @param source {@code store}, or {@code redis} for the newest readings while the store is away
 * @param series one for each device, parameter and unit
 */
record History(String deviceId, Instant from, Instant to, String function, String every, int limit, boolean truncated,
        String source, List<Series> series) implements Sparse {

    static final String STORE = "store";
    static final String REDIS = "redis";

    /** Points of a parameter, oldest first. */
    public record Series(String deviceId, String parameter, String unit, List<Point> points) implements Sparse {}

    /**
     * A point. The value is absent where the status says why; status {@code gap} says that nothing came for longer than was
     * allowed. Of a window there are smallest and largest value, number of values and, if asked for, seconds by state.
     */
    public record Point(Instant timestamp, Double value, Double min, Double max, Long count, Map<String, Double> states,
            String label, String status) implements Sparse {

        static final String GAP = "gap";

        static Point of(HistoryPoint point) {
            WindowFigures window = point.window();
            return window == null
                    ? new Point(point.timestamp(), point.value(), null, null, null, null, point.label(), point.status())
                    : new Point(point.timestamp(), point.value(), window.min(), window.max(), window.count(),
                            window.states(), point.label(), point.status());
        }

        static Point gap(Instant from) {
            return new Point(from, null, null, null, null, null, null, GAP);
        }
    }
}
