package io.greenstack.api.telemetry;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * History of a device.
 *
 * @param deviceId device
 * @param from first instant, included
 * @param to last instant, not included
 * @param every window of the averages in ISO 8601, absent = the readings as they are
 * @param limit most points that were asked for
 * @param truncated whether there are older points in the range that the limit left out
 * @param series one for each parameter and unit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record History(String deviceId, Instant from, Instant to, String every, int limit, boolean truncated,
        List<Series> series) {

    /** Points of a parameter, oldest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Series(String parameter, String unit, List<Point> points) {}

    /** A point; the value is absent where the status says why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Point(Instant timestamp, Double value, String label, String status) {}
}
