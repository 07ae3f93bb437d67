package io.greenstack.api.limit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.redis.RedisScript;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Token buckets by principal that all replicas share in Redis. Where Redis is away or slow, this replica counts alone: nobody waits
 * for it longer than {@link LimitSettings#patience()}, and while it is away only one request in {@link LimitSettings#aloneFor()} does.
 */
@ApplicationScoped
public class RateLimits {

    /** Attribute of an identity: whose buckets are used; an identity without it is not limited. */
    public static final String PRINCIPAL = "greenstack.limits.principal";
    /** Attribute of an identity: the one bucket that is used for all it asks. */
    public static final String BUDGET = "greenstack.limits.budget";

    private static final Logger LOG = Logger.getLogger(RateLimits.class);

    private final RedisPipeline redis;
    private final Vertx vertx;
    private final LimitSettings settings;
    private final RedisScript script = new RedisScript(RateLimits.class, "take-token.lua");
    private final Map<Budget, LocalBuckets> local = new EnumMap<>(Budget.class);
    private final LongSupplier nanoTime;
    /** Until when Redis is not asked; 0 while it answers. */
    private final AtomicLong aloneUntil = new AtomicLong();
    private final Counter alone;

    @Inject
    public RateLimits(RedisPipeline redis, Vertx vertx, LimitSettings settings, MeterRegistry metrics) {
        this(redis, vertx, settings, metrics, System::nanoTime);
    }

    RateLimits(RedisPipeline redis, Vertx vertx, LimitSettings settings, MeterRegistry metrics, LongSupplier nanoTime) {
        this.redis = redis;
        this.vertx = vertx;
        this.settings = settings;
        this.nanoTime = nanoTime;
        for (Budget budget : Budget.values()) {
            LimitSettings.Rate rate = budget.rate(settings);
            local.put(budget, new LocalBuckets(rate.perSecond(), rate.burst(), nanoTime));
        }
        this.alone = Counter.builder("greenstack.limits.alone")
                .description("Requests that were counted by this replica alone, because Redis did not answer")
                .register(metrics);
    }

    /** Takes a token. Never fails, never blocks; answers on any thread. */
    public Uni<Taken> take(String principal, Budget budget) {
        if (!asksRedis()) {
            return Uni.createFrom().item(takeAlone(principal, budget));
        }
        LimitSettings.Rate rate = budget.rate(settings);
        Request call = script.call(1).arg(RedisKeys.rateLimit(principal)).arg(budget.label()).arg(rate.perSecond())
                .arg(rate.burst());
        return inTime(script.run(redis, List.of(call))).map(this::answered).onFailure().recoverWithItem(failure -> {
            unanswered(failure);
            return takeAlone(principal, budget);
        });
    }

    /** While Redis is away one request now and then is the trial; the others do not wait. */
    private boolean asksRedis() {
        long until = aloneUntil.get();
        long now = nanoTime.getAsLong();
        return until == 0 || now - until >= 0 && aloneUntil.compareAndSet(until, later(now));
    }

    private Taken takeAlone(String principal, Budget budget) {
        alone.increment();
        return local.get(budget).take(principal);
    }

    private Taken answered(List<Response> answers) {
        if (aloneUntil.getAndSet(0) != 0) {
            LOG.info("Rate limits are shared with the other replicas again");
        }
        Response answer = answers.get(0);
        return new Taken(answer.get(0).toLong(), answer.get(1).toLong(), answer.get(2).toLong());
    }

    private void unanswered(Throwable failure) {
        if (aloneUntil.getAndSet(later(nanoTime.getAsLong())) == 0) {
            LOG.warnf("Rate limits are counted by this replica alone until Redis answers: %s", failure.getMessage());
        }
    }

    /** Never 0, which stands for "now". */
    private long later(long now) {
        return now + settings.aloneFor().toNanos() | 1;
    }

    /** By a timer of the event loops: those of worker threads come late when all of them are busy. */
    private <T> Uni<T> inTime(Uni<T> answer) {
        return Uni.createFrom().emitter(emitter -> {
            long millis = Math.max(1, settings.patience().toMillis());
            long timer = vertx.setTimer(millis, ended -> emitter.fail(new SlowRedisException(millis)));
            answer.subscribe().with(item -> {
                vertx.cancelTimer(timer);
                emitter.complete(item);
            }, failure -> {
                vertx.cancelTimer(timer);
                emitter.fail(failure);
            });
        });
    }

    private static final class SlowRedisException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private SlowRedisException(long millis) {
            super("no answer in " + millis + " ms", null, false, false);
        }
    }
}
