package io.greenstack.ingestion.influx;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Points per request, adapted to what the store takes: halved when a request is too large or too slow, grown by a tenth with
 * every full request that succeeds.
 */
final class BatchSize {

    private static final int MIN_LINES = 50;

    private final int max;
    private final AtomicInteger current;

    BatchSize(int max) {
        this.max = max;
        this.current = new AtomicInteger(max);
    }

    int current() {
        return current.get();
    }

    void succeeded(int lines) {
        current.updateAndGet(size -> lines < size ? size : Math.min(max, size + Math.max(1, size / 10)));
    }

    /** A request of that many points was too slow; of one that was small the size is not to blame. */
    void tooSlow(int lines) {
        if (lines >= current.get() / 2) {
            tooLarge(lines);
        }
    }

    /** A request of that many points was too large. */
    void tooLarge(int lines) {
        current.updateAndGet(size -> Math.min(size, Math.max(Math.min(MIN_LINES, max), lines / 2)));
    }
}
