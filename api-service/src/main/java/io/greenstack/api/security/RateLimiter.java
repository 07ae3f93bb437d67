package io.greenstack.api.security;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Token buckets by principal, in this process: a bucket holds {@code burst} tokens and gets {@code rate} a second, a request
 * takes one. Thread-safe; the number of buckets is bounded.
 */
final class RateLimiter {

    private static final int MAX_BUCKETS = 10_000;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final double rate;
    private final double burst;
    private final LongSupplier nanoTime;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(MAX_BUCKETS).build();

    RateLimiter(double rate, double burst, LongSupplier nanoTime) {
        this.rate = rate;
        this.burst = burst;
        this.nanoTime = nanoTime;
    }

    /** Takes a token; returns 0, or the milliseconds until there is one again. */
    long take(String principal) {
        return buckets.get(principal, name -> new Bucket()).take();
    }

    private final class Bucket {

        private double tokens = burst;
        private long at = nanoTime.getAsLong();

        synchronized long take() {
            long now = nanoTime.getAsLong();
            tokens = Math.min(burst, tokens + (now - at) / NANOS * rate);
            at = now;
            if (tokens >= 1) {
                tokens--;
                return 0;
            }
            return Math.max(1, (long) Math.ceil((1 - tokens) / rate * 1000));
        }
    }
}
