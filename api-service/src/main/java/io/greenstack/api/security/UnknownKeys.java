package io.greenstack.api.security;

import java.nio.ByteBuffer;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;

import io.greenstack.api.limit.Budget;
import io.greenstack.api.limit.RateLimits;
import io.greenstack.api.limit.Taken;
import io.greenstack.api.platform.MemoryCaches;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Limits how many keys an address may try, since each costs a look into the database. Keys that were right within the last
 * hour are none of them, so that nobody shuts out those who share his address.
 */
@ApplicationScoped
class UnknownKeys {

    private static final int MAX_KEYS = 10_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final RateLimits limits;
    private final Cache<ByteBuffer, Boolean> right = MemoryCaches.forgettingAfterUse(MAX_KEYS, REMEMBERED);

    UnknownKeys(RateLimits limits) {
        this.limits = limits;
    }

    /** Fails with {@link RateLimitException} when the address has tried too many keys, at whichever replica. */
    Uni<Void> trying(String address, byte[] hash) {
        if (right.getIfPresent(ByteBuffer.wrap(hash)) != null) {
            return Uni.createFrom().voidItem();
        }
        Context request = Vertx.currentContext();
        Uni<Taken> taking = limits.take("address:" + address, Budget.UNKNOWN_KEYS);
        if (request != null) {
            taking = taking.emitOn(task -> request.runOnContext(go -> task.run()));
        }
        return taking.invoke(taken -> {
            if (taken.refused()) {
                throw new RateLimitException(taken.waitMillis(), "Too many unknown keys");
            }
        }).replaceWithVoid();
    }

    /** The key is a right one. */
    void right(byte[] hash) {
        right.put(ByteBuffer.wrap(hash), Boolean.TRUE);
    }
}
