package io.greenstack.api.limit;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import com.github.benmanes.caffeine.cache.Cache;

import io.greenstack.api.platform.MemoryCaches;

/**
 * Token buckets in this process: a bucket holds {@code burst} tokens and gets {@code rate} a second, a request takes one.
 * Thread-safe; the number of buckets is bounded.
 */
final class LocalBuckets {

    private static final int MAX_BUCKETS = 10_000;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double MILLIS = TimeUnit.SECONDS.toMillis(1);

    private final double rate;
    private final double burst;
    private final LongSupplier nanoTime;
    private final Cache<String, Bucket> buckets = MemoryCaches.ofSize(MAX_BUCKETS);

    LocalBuckets(double rate, double burst, LongSupplier nanoTime) {
        this.rate = rate;
        this.burst = burst;
        this.nanoTime = nanoTime;
    }

    /** Takes a token of a principal's bucket. */
    Taken take(String principal) {
        return buckets.get(principal, name -> new Bucket()).take();
    }

    private final class Bucket {

        private double tokens = burst;
        private long at = nanoTime.getAsLong();

        synchronized Taken take() {
            long now = nanoTime.getAsLong();
            tokens = Math.min(burst, tokens + (now - at) / NANOS * rate);
            at = now;
            long wait = tokens >= 1 ? 0 : Math.max(1, (long) Math.ceil((1 - tokens) / rate * MILLIS));
            tokens -= wait == 0 ? 1 : 0;
            return new Taken(wait, (long) tokens, (long) Math.ceil((burst - tokens) / rate));
        }
    }
}
