package io.greenstack.api.platform;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The kinds of bounded caches in memory. Each combination of bounds has classes of its own that Caffeine looks up by name, so a
 * native executable needs them registered; a test holds that every kind here is. Caches tidy up in the thread that uses them.
 */
@RegisterForReflection(classNames = {"com.github.benmanes.caffeine.cache.SSMS",
        "com.github.benmanes.caffeine.cache.PSMS", "com.github.benmanes.caffeine.cache.SSMW",
        "com.github.benmanes.caffeine.cache.PSMW", "com.github.benmanes.caffeine.cache.SSMSW",
        "com.github.benmanes.caffeine.cache.PSWMS", "com.github.benmanes.caffeine.cache.SSMSA",
        "com.github.benmanes.caffeine.cache.PSAMS"})
public final class MemoryCaches {

    private MemoryCaches() {}

    private static Caffeine<Object, Object> builder() {
        return Caffeine.newBuilder().executor(Runnable::run);
    }

    /** At most {@code entries} entries. */
    public static <K, V> Cache<K, V> ofSize(long entries) {
        return builder().maximumSize(entries).build();
    }

    /** Entries that together weigh at most {@code weight}. */
    public static <K, V> Cache<K, V> ofWeight(long weight, Weigher<K, V> weigher) {
        return builder().maximumWeight(weight).weigher(weigher).build();
    }

    /** At most {@code entries} entries, each for {@code kept} since it was written. */
    public static <K, V> Cache<K, V> forgettingAfterWrite(long entries, Duration kept) {
        return builder().maximumSize(entries).expireAfterWrite(kept).build();
    }

    /** At most {@code entries} entries, each for {@code kept} since it was last read or written. */
    public static <K, V> Cache<K, V> forgettingAfterUse(long entries, Duration kept) {
        return builder().maximumSize(entries).expireAfterAccess(kept).build();
    }
}
