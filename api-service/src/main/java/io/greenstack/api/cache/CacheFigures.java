package io.greenstack.api.cache;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What became of the calls of cached methods in this process, by namespace. */
@Singleton
class CacheFigures {

    private final Map<CacheNamespace, Figures> figures = new EnumMap<>(CacheNamespace.class);

    CacheFigures(MeterRegistry meters) {
        for (CacheNamespace namespace : CacheNamespace.values()) {
            String name = namespace.token();
            figures.put(namespace, new Figures(requests(meters, name, "hit"), requests(meters, name, "local"),
                    requests(meters, name, "miss"), requests(meters, name, "shared"), requests(meters, name, "bypass"),
                    Counter.builder("greenstack.cache.refused").tag("namespace", name)
                            .description("Values that were not kept: too large, no room, or changed meanwhile")
                            .register(meters),
                    Timer.builder("greenstack.cache.load").tag("namespace", name)
                            .description("Time to read what the cache did not have").register(meters)));
        }
    }

    private static Counter requests(MeterRegistry meters, String namespace, String result) {
        return Counter.builder("greenstack.cache.requests").tag("namespace", namespace).tag("result", result)
                .description("Calls of what may be cached, by where the value came from").register(meters);
    }

    Figures of(CacheNamespace namespace) {
        return figures.get(namespace);
    }

    /**
     * Figures of a namespace.
     *
     * @param hits values that Redis had
     * @param local values that were in memory, and Redis said that they are valid
     * @param misses values that were read
     * @param shared values that somebody else was just reading
     * @param bypasses calls past the cache: Redis or PostgreSQL did not answer, or a write was on its way
     * @param refused values that were not kept: too large, no room, or changed meanwhile
     * @param loads how long reading took
     */
    record Figures(Counter hits, Counter local, Counter misses, Counter shared, Counter bypasses, Counter refused,
            Timer loads) {

        void loaded(long nanos) {
            misses.increment();
            loads.record(nanos, TimeUnit.NANOSECONDS);
        }
    }
}
