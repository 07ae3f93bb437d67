package io.greenstack.platform.redis;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.greenstack.platform.resilience.Breaker;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.greenstack.platform.resilience.BreakerState;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Closes the breaker {@code redis} as soon as Redis answers again, instead of when its time is over: people look at the
 * live view, and half a minute without it after a restart of Redis that took two seconds is long. One {@code PING} at a
 * time is the trial. When the breaker opens again soon after, Redis answers a {@code PING} but does not do its work; then
 * the pauses between the trials grow up to the longest one.
 */
@Singleton
public class RedisRecovery {

    private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long STABLE_NANOS = Duration.ofSeconds(10).toNanos();

    private final Supplier<Uni<Void>> ping;
    private final BooleanSupplier open;
    private final Runnable close;
    private final long everyNanos;
    private final LongSupplier nanoTime;
    private final Vertx vertx;
    private long timer = -1;
    private long pauseNanos;
    private long nextTrial;
    private long closedAt;
    private boolean closed;
    private boolean trying;

    @Inject
    public RedisRecovery(RedisPipeline redis, BreakerRegistry breakers, RedisSettings settings, Vertx vertx) {
        this(redis::ping, breakers.breaker(RedisPipeline.BREAKER, RedisErrors::isOutage), settings.probeEvery(), vertx);
    }

    private RedisRecovery(Supplier<Uni<Void>> ping, Breaker breaker, Duration every, Vertx vertx) {
        this(ping, () -> breaker.state() == BreakerState.OPEN, () -> breaker.reset("Redis answers again"), every, vertx,
                System::nanoTime);
    }

    RedisRecovery(Supplier<Uni<Void>> ping, BooleanSupplier open, Runnable close, Duration every, Vertx vertx,
            LongSupplier nanoTime) {
        this.ping = ping;
        this.open = open;
        this.close = close;
        this.everyNanos = every.toNanos();
        this.pauseNanos = everyNanos;
        this.vertx = vertx;
        this.nanoTime = nanoTime;
        this.nextTrial = nanoTime.getAsLong();
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(Duration.ofNanos(everyNanos).toMillis(), tick -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Makes a trial if the breaker is open and one is due. */
    synchronized void look() {
        long now = nanoTime.getAsLong();
        if (trying || !open.getAsBoolean()) {
            return;
        }
        if (closed) {
            boolean soon = now - closedAt < STABLE_NANOS;
            pauseNanos = soon ? Math.min(LONGEST_PAUSE_NANOS, pauseNanos * 2) : everyNanos;
            nextTrial = now + (soon ? pauseNanos : 0);
            closed = false;
        }
        if (now - nextTrial < 0) {
            return;
        }
        trying = true;
        ping.get().subscribe().with(answer -> done(true), failure -> done(false));
    }

    private synchronized void done(boolean answered) {
        trying = false;
        long now = nanoTime.getAsLong();
        nextTrial = now + pauseNanos;
        if (answered && open.getAsBoolean()) {
            closed = true;
            closedAt = now;
            close.run();
        }
    }
}
