package io.greenstack.edge.mqtt;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Exponential back-off with jitter: half of the doubled wait is fixed, half is random, so that replicas spread out. */
final class Backoff {

    private static final int MAX_DOUBLINGS = 20;

    private final long minMillis;
    private final long maxMillis;
    private int attempts;

    Backoff(Duration min, Duration max) {
        this.minMillis = Math.max(1, min.toMillis());
        this.maxMillis = Math.max(minMillis, max.toMillis());
    }

    /** The next wait in milliseconds, between half of the doubled minimum and the maximum. */
    long nextMillis() {
        long ceiling = Math.min(maxMillis, minMillis << Math.min(attempts, MAX_DOUBLINGS));
        attempts++;
        long half = Math.max(1, ceiling / 2);
        return half + ThreadLocalRandom.current().nextLong(ceiling - half + 1);
    }

    void reset() {
        attempts = 0;
    }
}
