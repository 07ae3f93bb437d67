package io.greenstack.api.health;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.platform.health.CachedProbe;
import io.greenstack.platform.health.DependencyProbe;
import io.greenstack.platform.health.DependencyState;
import io.greenstack.platform.redis.RedisPipeline;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** Redis: without it there are no live values, but the catalog, the registry and the history work. */
@ApplicationScoped
public class RedisProbe implements DependencyProbe {

    /** Name of the dependency. */
    public static final String NAME = "redis";

    private final CachedProbe probe;

    @Inject
    public RedisProbe(RedisPipeline redis) {
        this.probe = new CachedProbe(NAME, Duration.ofSeconds(1), () -> {
            redis.send(Request.cmd(Command.PING)).await().atMost(Duration.ofSeconds(3));
            return DependencyState.up(NAME);
        });
    }

    @Override
    public DependencyState state() {
        return probe.state().optional();
    }
}
