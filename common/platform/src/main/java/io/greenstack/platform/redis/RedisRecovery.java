package io.greenstack.platform.redis;

import java.time.Duration;
import java.util.function.Supplier;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.greenstack.platform.resilience.BreakerRecovery;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Closes the breaker {@code redis} as soon as Redis answers a {@code PING} again: people look at the live view, and half a minute
 * without it after a restart of Redis that took two seconds is long.
 */
@Singleton
class RedisRecovery {

    private final Supplier<Uni<Void>> ping;
    private final BreakerRecovery recovery;
    private final Duration every;
    private final Vertx vertx;
    private long timer = -1;

    @Inject
    public RedisRecovery(RedisPipeline redis, BreakerRegistry breakers, RedisSettings settings, Vertx vertx) {
        this(redis::ping, new BreakerRecovery(breakers.breaker(RedisPipeline.BREAKER, RedisErrors::isOutage),
                settings.probeEvery(), "Redis answers again"), settings.probeEvery(), vertx);
    }

    RedisRecovery(Supplier<Uni<Void>> ping, BreakerRecovery recovery, Duration every, Vertx vertx) {
        this.ping = ping;
        this.recovery = recovery;
        this.every = every;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(every.toMillis(), tick -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Makes a trial if the breaker is open and one is due. */
    void look() {
        if (recovery.due()) {
            ping.get().subscribe().with(answer -> recovery.done(true), failure -> recovery.done(false));
        }
    }
}
