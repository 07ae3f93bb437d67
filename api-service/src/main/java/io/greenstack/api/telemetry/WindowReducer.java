package io.greenstack.api.telemetry;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes windows of single readings: for functions that stores do not have, or not alike, and for readings that come from
 * elsewhere. A reading holds until the next one, or for as long as a gap may be, and its window is left out when nothing held in
 * it.
 */
final class WindowReducer {

    private static final double NANOS = 1e9;

    private final HistoryQuery query;
    private final SeriesReadings readings;
    private final long end;

    /**
     * @param query has a function
     * @param readings of the range of the query, in order
     * @param now nothing is known after it, so the last reading holds no longer
     */
    WindowReducer(HistoryQuery query, SeriesReadings readings, Instant now) {
        this.query = query;
        this.readings = readings;
        this.end = SeriesReadings.nanos(query.to().isBefore(now) ? query.to() : now);
    }

    /** The windows, oldest first; of more than one beyond the limit the newest. */
    List<HistoryPoint> windows() {
        ArrayDeque<HistoryPoint> points = new ArrayDeque<>();
        int from = 0;
        long start = 0;
        while (from < readings.size()) {
            start = start(readings.time(from));
            long stop = end(start);
            int to = from;
            while (to < readings.size() && readings.time(to) < stop) {
                to++;
            }
            add(points, window(from, to, start, stop));
            if (query.function().holds()) {
                between(points, to, stop);
            }
            from = to;
        }
        return new ArrayList<>(points);
    }

    private void add(ArrayDeque<HistoryPoint> points, HistoryPoint window) {
        points.addLast(window);
        if (points.size() > query.limit() + 1) {
            points.removeFirst();
        }
    }

    /** Windows without a reading of their own, in which the one before still holds. */
    private void between(ArrayDeque<HistoryPoint> points, int next, long stop) {
        long until = next < readings.size()
                ? Math.min(holdsUntil(next - 1), start(readings.time(next)))
                : holdsUntil(next - 1);
        for (long start = stop; start < until; start = end(start)) {
            add(points, window(next, next, start, end(start)));
        }
    }

    private long start(long time) {
        return SeriesReadings.nanos(query.windowOf(SeriesReadings.instant(time)));
    }

    private long end(long start) {
        return SeriesReadings.nanos(query.endOf(SeriesReadings.instant(start)));
    }

    private HistoryPoint window(int from, int to, long start, long stop) {
        double[] values = IntStream.range(from, to).filter(readings::hasValue).mapToDouble(readings::value).toArray();
        Double value = null;
        Map<String, Double> states = null;
        switch (query.function()) {
            case TIME_IN_STATE -> states = states(from, to, start, stop);
            case TIME_WEIGHTED_MEAN -> value = timeWeighted(from, to, start, stop);
            case RATE -> value = rate(from, to);
            case COUNT -> value = (double) values.length;
            default -> value = values.length == 0 ? null : of(values);
        }
        SeriesKey series = readings.series();
        Double min = values.length == 0 ? null : Double.valueOf(Arrays.stream(values).min().getAsDouble());
        Double max = values.length == 0 ? null : Double.valueOf(Arrays.stream(values).max().getAsDouble());
        boolean labelled = values.length == 0 || query.function() == HistoryFunction.LAST;
        return new HistoryPoint(series.deviceId(), series.parameter(), series.unit(), SeriesReadings.instant(start),
                value,
                labelled ? last(from, to, true) : null, from == to ? readings.status(from - 1) : last(from, to, false),
                new WindowFigures(min, max, (long) values.length, states));
    }

    private double of(double[] values) {
        return switch (query.function()) {
            case MIN -> Arrays.stream(values).min().getAsDouble();
            case MAX -> Arrays.stream(values).max().getAsDouble();
            case FIRST -> values[0];
            case LAST -> values[values.length - 1];
            case PERCENTILE -> percentile(values.clone(), query.percentile());
            default -> Arrays.stream(values).average().getAsDouble();
        };
    }

    static double percentile(double[] values, double percentile) {
        Arrays.sort(values);
        double place = percentile / 100 * (values.length - 1);
        int below = (int) place;
        return below + 1 >= values.length
                ? values[below]
                : values[below] + (place - below) * (values[below + 1] - values[below]);
    }

    private String last(int from, int to, boolean label) {
        for (int i = to - 1; i >= from; i--) {
            String text = label ? readings.label(i) : readings.status(i);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** From the value before the window, or else the first one in it. */
    private Double rate(int from, int to) {
        int last = to - 1;
        while (last >= from && !readings.hasValue(last)) {
            last--;
        }
        int first = from - 1;
        while (first >= 0 && !readings.hasValue(first)) {
            first--;
        }
        for (int i = from; first < 0 && i < last; i++) {
            first = readings.hasValue(i) ? i : -1;
        }
        if (last < from || first < 0 || readings.time(first) == readings.time(last)) {
            return null;
        }
        return (readings.value(last) - readings.value(first)) * NANOS / (readings.time(last) - readings.time(first));
    }

    private Double timeWeighted(int from, int to, long start, long stop) {
        double sum = 0;
        double time = 0;
        for (int i = Math.max(0, from - 1); i < to; i++) {
            double held = held(i, start, stop);
            if (readings.hasValue(i) && held > 0) {
                sum += readings.value(i) * held;
                time += held;
            }
        }
        return time == 0 ? null : Double.valueOf(sum / time);
    }

    private Map<String, Double> states(int from, int to, long start, long stop) {
        Map<String, Double> states = new LinkedHashMap<>();
        for (int i = Math.max(0, from - 1); i < to; i++) {
            double held = held(i, start, stop);
            String state = readings.state(i);
            if (state != null && held > 0) {
                states.merge(state, held / NANOS, Double::sum);
            }
        }
        return states;
    }

    /** For how many nanoseconds a reading held within a window. */
    private double held(int index, long start, long stop) {
        return (double) Math.min(holdsUntil(index), stop) - Math.max(readings.time(index), start);
    }

    private long holdsUntil(int index) {
        long until = index + 1 < readings.size() ? readings.time(index + 1) : Math.max(end, readings.time(index));
        return query.gap() == null ? until : Math.min(until, readings.time(index) + query.gap().toNanos());
    }
}
