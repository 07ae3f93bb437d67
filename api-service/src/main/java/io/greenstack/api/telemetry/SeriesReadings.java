package io.greenstack.api.telemetry;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Readings of one series in arrays, since there may be a million of them. */
final class SeriesReadings {

    private static final int FIRST = 64;

    private final SeriesKey series;
    private long[] times = new long[FIRST];
    private double[] values = new double[FIRST];
    private String[] labels = new String[FIRST];
    private String[] states = new String[FIRST];
    private int size;
    private boolean sorted = true;

    SeriesReadings(SeriesKey series) {
        this.series = series;
    }

    SeriesKey series() {
        return series;
    }

    void add(HistoryPoint point) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
            labels = Arrays.copyOf(labels, size * 2);
            states = Arrays.copyOf(states, size * 2);
        }
        times[size] = nanos(point.timestamp());
        values[size] = point.value() == null ? Double.NaN : point.value();
        labels[size] = point.label();
        states[size] = point.status();
        sorted &= size == 0 || times[size - 1] <= times[size];
        size++;
    }

    /** Puts them in the order of their times, where two layouts of the store made two runs of them. */
    void sort() {
        if (sorted) {
            return;
        }
        int[] order = IntStream.range(0, size).boxed().sorted(Comparator.comparingLong(i -> times[i]))
                .mapToInt(Integer::intValue).toArray();
        times = IntStream.of(order).mapToLong(i -> times[i]).toArray();
        values = IntStream.of(order).mapToDouble(i -> values[i]).toArray();
        labels = IntStream.of(order).mapToObj(i -> labels[i]).toArray(String[]::new);
        states = IntStream.of(order).mapToObj(i -> states[i]).toArray(String[]::new);
        sorted = true;
    }

    int size() {
        return size;
    }

    long time(int index) {
        return times[index];
    }

    /** The number; NaN where the status says why there is none. */
    double value(int index) {
        return values[index];
    }

    boolean hasValue(int index) {
        return !Double.isNaN(values[index]);
    }

    String label(int index) {
        return labels[index];
    }

    String status(int index) {
        return states[index];
    }

    /** What the device was in: the label, else the special state, else the number. */
    String state(int index) {
        if (labels[index] != null) {
            return labels[index];
        }
        if (!hasValue(index)) {
            return states[index];
        }
        double value = values[index];
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Nanoseconds since 1970, as far as they reach: until 2262. */
    static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
