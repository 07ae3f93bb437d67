package io.greenstack.api.mqtt;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.greenstack.api.platform.ApiException;
import io.greenstack.platform.background.BackgroundBean;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** Tells the bridge, as long as somebody watches, which topics are watched. */
@Singleton
class WatchAnnouncer extends BackgroundBean {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration RENEWAL = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration LIFETIME = Duration.ofSeconds(15);
    private static final int MAX_FILTERS = 50;

    private final RedisPipeline redis;
    private final Clock clock;
    private final Map<String, Integer> viewers = new ConcurrentHashMap<>();

    WatchAnnouncer(RedisPipeline redis, Clock clock) {
        super("mqtt-watch", RENEWAL, RETRY);
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * One more watches.
     *
     * @throws ApiException 503 when too many different filters are watched
     */
    void add(String filter) {
        if (viewers.size() >= MAX_FILTERS && !viewers.containsKey(filter)) {
            throw ApiException.unavailable("too-many-filters", "More than " + MAX_FILTERS
                    + " different topic filters are watched; watch one of them or try again later.");
        }
        viewers.merge(filter, 1, Integer::sum);
        wake();
    }

    /** One less does. */
    void remove(String filter) {
        viewers.computeIfPresent(filter, (key, count) -> count == 1 ? null : count - 1);
    }

    @Override
    protected void run() {
        List<String> filters = List.copyOf(viewers.keySet());
        if (filters.isEmpty()) {
            return;
        }
        long now = clock.millis();
        Request add = Request.cmd(Command.ZADD).arg(RedisKeys.WATCHED_FILTERS);
        filters.forEach(filter -> add.arg(now + LIFETIME.toMillis()).arg(filter));
        redis.batch(List.of(add,
                Request.cmd(Command.ZREMRANGEBYSCORE).arg(RedisKeys.WATCHED_FILTERS).arg("-inf").arg("(" + now),
                Request.cmd(Command.PUBLISH).arg(RedisKeys.WATCHED_FILTERS).arg("")))
                .await().atMost(LIMIT);
    }
}
