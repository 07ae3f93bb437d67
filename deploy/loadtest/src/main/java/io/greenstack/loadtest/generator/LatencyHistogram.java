package io.greenstack.loadtest.generator;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts latencies from 1 us to more than an hour in buckets of one 128th of their power of two. Thread-safe. */
public final class LatencyHistogram {

    private static final int SUB_BITS = 7;
    private static final int SUB = 1 << SUB_BITS;
    private static final int OCTAVES = 26;

    private final AtomicLongArray buckets = new AtomicLongArray(SUB * (OCTAVES + 1));
    private final AtomicLong max = new AtomicLong();

    /** @param micros latency; negative counts as 0 */
    public void record(long micros) {
        long value = Math.max(0, micros);
        buckets.incrementAndGet(index(value));
        max.accumulateAndGet(value, Math::max);
    }

    public LatencySummary summary() {
        long count = 0;
        for (int i = 0; i < buckets.length(); i++) {
            count += buckets.get(i);
        }
        return new LatencySummary(count, at(count, 0.5), at(count, 0.9), at(count, 0.99), at(count, 0.999), max.get());
    }

    private long at(long count, double quantile) {
        long wanted = Math.max(1, (long) Math.ceil(count * quantile));
        long seen = 0;
        for (int i = 0; i < buckets.length(); i++) {
            seen += buckets.get(i);
            if (count > 0 && seen >= wanted) {
                return Math.min(upper(i), max.get());
            }
        }
        return 0;
    }

    private static int index(long value) {
        if (value < SUB) {
            return (int) value;
        }
        int octave = 63 - Long.numberOfLeadingZeros(value) - SUB_BITS + 1;
        if (octave > OCTAVES) {
            return SUB * (OCTAVES + 1) - 1;
        }
        return octave * SUB + (int) ((value >>> (octave - 1)) - SUB);
    }

    private static long upper(int index) {
        int octave = index / SUB;
        int sub = index % SUB;
        return octave == 0 ? sub : ((long) (SUB + sub + 1) << (octave - 1)) - 1;
    }
}
