package io.greenstack.api.security;

import java.nio.ByteBuffer;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.smallrye.faulttolerance.api.RateLimitException;

/**
 * Limits how many keys an address may try, since each costs a look into the database. Keys that were right within the last
 * hour are none of them, so that nobody shuts out those who share his address.
 */
@ApplicationScoped
class UnknownKeys {

    private static final int MAX_KEYS = 10_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final RateLimiter limiter;
    private final Cache<ByteBuffer, Boolean> right = Caffeine.newBuilder().maximumSize(MAX_KEYS)
            .expireAfterAccess(REMEMBERED).build();

    public UnknownKeys(SecuritySettings settings) {
        this.limiter = new RateLimiter(settings.rateLimit().unknownKeysPerSecond(),
                settings.rateLimit().unknownKeysBurst(), System::nanoTime);
    }

    /** Throws {@link RateLimitException} when the address has tried too many keys. */
    void trying(String address, byte[] hash) {
        if (right.getIfPresent(ByteBuffer.wrap(hash)) == null) {
            long wait = limiter.take(address);
            if (wait > 0) {
                throw new RateLimitException(wait, "Too many unknown keys");
            }
        }
    }

    /** The key is a right one. */
    void right(byte[] hash) {
        right.put(ByteBuffer.wrap(hash), Boolean.TRUE);
    }
}
