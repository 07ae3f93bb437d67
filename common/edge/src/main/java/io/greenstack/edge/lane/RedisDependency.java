package io.greenstack.edge.lane;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.greenstack.platform.health.CachedProbe;
import io.greenstack.platform.redis.RedisPipeline;

/**
 * Redis. Without it telemetry with names is still taken, and only raw process data and dead letters wait, so it is not
 * required.
 */
@Singleton
public class RedisDependency extends CachedProbe {

    /** Name of the dependency. */
    public static final String NAME = "redis";

    RedisDependency(RedisPipeline redis) {
        super(NAME, false, Duration.ofSeconds(1), () -> {
            redis.ping().await().atMost(Duration.ofSeconds(5));
            return null;
        });
    }
}
