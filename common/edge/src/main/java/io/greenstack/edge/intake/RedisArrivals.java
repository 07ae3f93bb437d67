package io.greenstack.edge.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.redis.RedisScript;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** First arrivals in Redis, for all replicas of a service. While Redis is away, each replica has only what it remembers itself. */
final class RedisArrivals implements FirstArrivals.ArrivalStore {

    private static final Logger LOG = Logger.getLogger(RedisArrivals.class);
    private static final RedisScript SCRIPT = new RedisScript(RedisArrivals.class, "first-arrivals.lua");
    private static final Duration KEPT = Duration.ofDays(1);

    /** Above the time limits of Redis and its breaker, which answer first. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final RedisPipeline redis;
    private final String service;
    private final int most;

    /**
     * @param service whose replicas share them
     * @param most how many are kept
     */
    RedisArrivals(RedisPipeline redis, String service, int most) {
        this.redis = redis;
        this.service = service;
        this.most = most;
    }

    @Override
    public Map<String, Instant> firsts(Map<String, Instant> arrivals) {
        return answers(arrivals.keySet(), SCRIPT.run(redis, List.of(call(arrivals, false))).map(all -> all.get(0)));
    }

    @Override
    public Map<String, Instant> known(Collection<String> messages) {
        Request call = Request.cmd(Command.HMGET).arg(RedisKeys.arrivals(service));
        messages.forEach(call::arg);
        return answers(messages, redis.send(call));
    }

    @Override
    public void replace(Map<String, Instant> arrivals) {
        answers(arrivals.keySet(), SCRIPT.run(redis, List.of(call(arrivals, true))).map(all -> all.get(0)));
    }

    private Request call(Map<String, Instant> arrivals, boolean replacing) {
        Request call = SCRIPT.call(2).arg(RedisKeys.arrivals(service)).arg(RedisKeys.arrivalsOrder(service)).arg(most)
                .arg(KEPT.toMillis()).arg(replacing ? 1 : 0);
        arrivals.forEach((message, arrival) -> call.arg(message).arg(nanos(arrival)));
        return call;
    }

    private static Map<String, Instant> answers(Collection<String> messages, Uni<Response> call) {
        Map<String, Instant> arrivals = new HashMap<>();
        try {
            Iterator<Response> answers = call.await().atMost(LIMIT).iterator();
            for (String message : messages) {
                Response answer = answers.next();
                if (answer != null) {
                    arrivals.put(message, Instant.EPOCH.plusNanos(Long.parseLong(answer.toString())));
                }
            }
        } catch (RuntimeException e) {
            LOG.debugf("First arrivals are remembered by this replica alone: %s", e.toString());
        }
        return arrivals;
    }

    private static long nanos(Instant time) {
        return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    }
}
