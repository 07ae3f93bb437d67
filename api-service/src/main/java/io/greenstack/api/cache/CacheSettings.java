package io.greenstack.api.cache;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The cache of what is read often. */
@ConfigMapping(prefix = "greenstack.cache")
public interface CacheSettings {

    /** Whether anything is kept; the same for all replicas of a database. */
    @WithDefault("true")
    boolean enabled();

    /** Longest wait for Redis; then the database is asked. */
    @WithDefault("50ms")
    Duration timeout();

    /** Octets that all replicas together keep in Redis. */
    @WithDefault("64M")
    MemorySize maxSize();

    /** Octets of the largest value, compressed. */
    @WithDefault("1M")
    MemorySize maxValueSize();

    /** Octets of values that a replica keeps ready in memory; Redis says of each whether it is still valid. */
    @WithDefault("32M")
    MemorySize localSize();

    /** How long one waits for what another replica is just reading, before it reads itself. */
    @WithDefault("100ms")
    Duration flightWait();

    /** How long the cache is used without an answer of PostgreSQL; a write that Redis was not told of waits at most this long. */
    @WithDefault("2s")
    Duration lease();

    /** How long things are kept. */
    Ttl ttl();

    /** Times by namespace. */
    interface Ttl {

        /** Pages of the whole catalog. */
        @WithDefault("5m")
        Duration descriptionLists();

        /** Summary, model, layout and findings of a description. */
        @WithDefault("10m")
        Duration descriptionDetails();

        /** Pages of IODDs. */
        @WithDefault("5m")
        Duration ioddLists();

        /** IODDs. */
        @WithDefault("10m")
        Duration ioddDetails();

        /** Pages of EDS files. */
        @WithDefault("5m")
        Duration edsLists();

        /** EDS files. */
        @WithDefault("10m")
        Duration edsDetails();

        /** Stored files. */
        @WithDefault("15m")
        Duration assets();

        /** Pages of registered devices. */
        @WithDefault("5m")
        Duration deviceLists();

        /** Registered devices. */
        @WithDefault("10m")
        Duration deviceDetails();

        /** Counts. */
        @WithDefault("1m")
        Duration statistics();
    }
}
