package io.greenstack.edge.lane;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.greenstack.platform.health.CachedProbe;
import io.greenstack.platform.health.DependencyProbe;
import io.greenstack.platform.health.DependencyState;
import io.greenstack.platform.redis.RedisPipeline;

/**
 * Redis. Without it telemetry with names is still taken, and only raw process data and dead letters wait, so it is not
 * required.
 */
@Singleton
public class RedisDependency implements DependencyProbe {

    /** Name of the dependency. */
    public static final String NAME = "redis";

    private final CachedProbe probe;

    RedisDependency(RedisPipeline redis) {
        this.probe = new CachedProbe(NAME, false, Duration.ofSeconds(1), () -> {
            redis.ping().await().atMost(Duration.ofSeconds(5));
            return null;
        });
    }

    @Override
    public DependencyState state() {
        return probe.state();
    }

    @Override
    public void close() {
        probe.close();
    }
}
