package io.greenstack.api.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which part of the history is wanted.
 *
 * @param devices at least one
 * @param parameters parameter keys, empty = all
 * @param from first instant, included
 * @param to last instant, not included
 * @param function what is made of each window, null = the readings as they are
 * @param every length of the windows, which begin at its multiples since 1970; null = one window of the whole time
 * @param percentile 0 to 100, for {@link HistoryFunction#PERCENTILE}
 * @param gap silence that is longer is a gap, null = none is looked for
 * @param limit most points; of more, the newest are answered
 */
record HistoryQuery(List<String> devices, List<String> parameters, Instant from, Instant to, HistoryFunction function,
        Duration every, double percentile, Duration gap, int limit) {

    HistoryQuery {
        devices = List.copyOf(devices);
        parameters = List.copyOf(parameters);
    }

    /** The readings of one device as they are. */
    static HistoryQuery readings(String device, List<String> parameters, Instant from, Instant to, int limit) {
        return new HistoryQuery(List.of(device), parameters, from, to, null, null, 0, null, limit);
    }

    HistoryQuery windows(HistoryFunction made, Duration length) {
        return new HistoryQuery(devices, parameters, from, to, made, length, percentile, gap, limit);
    }

    HistoryQuery limitedTo(int most) {
        return new HistoryQuery(devices, parameters, from, to, function, every, percentile, gap, most);
    }

    /** Whether a parameter is one of those that are wanted. */
    boolean asksFor(String parameter) {
        return parameters.isEmpty() || parameters.contains(parameter);
    }

    /** Begin of the window that an instant lies in; the first one begins with the range. */
    Instant windowOf(Instant time) {
        if (every == null) {
            return from;
        }
        Instant start = Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), every.toMillis()) * every.toMillis());
        return start.isBefore(from) ? from : start;
    }

    /** End of the window that begins then; the last one ends with the range. */
    Instant endOf(Instant start) {
        if (every == null) {
            return to;
        }
        Instant end = Instant.ofEpochMilli(
                (Math.floorDiv(start.toEpochMilli(), every.toMillis()) + 1) * every.toMillis());
        return end.isAfter(to) ? to : end;
    }
}
