package io.greenstack.api.device;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.greenstack.api.cache.CacheTags;
import io.greenstack.platform.background.BackgroundBean;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;

/**
 * Brings what the bridge notes about devices in Redis to the database, so that it survives the loss of Redis. The bridge
 * names the devices of which something is new; whatever is noted while it is being written is brought the next time.
 */
@Singleton
class PresenceSync extends BackgroundBean {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int BATCH = 500;
    private static final String FORGET = "for i = 1, #ARGV, 2 do if redis.call('ZSCORE', KEYS[1], ARGV[i]) == ARGV[i + 1] "
            + "then redis.call('ZREM', KEYS[1], ARGV[i]) end end";

    private final DeviceRepository devices;
    private final RedisPipeline redis;
    private final CacheTags cache;

    public PresenceSync(DeviceRepository devices, RedisPipeline redis, CacheTags cache,
            RegistrySettings settings) {
        super("presence-sync", settings.presenceEvery(), settings.presenceEvery());
        this.cache = cache;
        this.devices = devices;
        this.redis = redis;
    }

    @Override
    protected void run() {
        repeat(() -> bringSome() == BATCH);
    }

    private int bringSome() {
        Response active = redis.send(Request.cmd(Command.ZRANGE).arg(RedisKeys.DEVICE_ACTIVITY).arg(0).arg(BATCH - 1)
                .arg("WITHSCORES")).await().atMost(PATIENCE);
        List<String> ids = new ArrayList<>();
        Request forget = Request.cmd(Command.EVAL).arg(FORGET).arg(1).arg(RedisKeys.DEVICE_ACTIVITY);
        addAll(active, ids, forget);
        if (ids.isEmpty()) {
            return 0;
        }
        List<Response> noted = redis.independent(ids.stream().map(PresenceSync::read).toList()).await()
                .atMost(PATIENCE);
        List<Presence> news = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            Response fields = noted.get(i);
            String state = text(fields.get(0));
            boolean known = "connected".equals(state) || "disconnected".equals(state);
            news.add(new Presence(ids.get(i), known ? state : null, known ? time(fields.get(1)) : null,
                    time(fields.get(2)), number(fields.get(3))));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            devices.mergePresences(news);
            cache.devicesChange(ids);
        });
        redis.send(forget).await().atMost(PATIENCE);
        return ids.size();
    }

    /** RESP3 answers pairs, RESP2 a flat list. */
    private static void addAll(Response active, List<String> ids, Request forget) {
        for (int i = 0; active != null && i < active.size(); i++) {
            Response entry = active.get(i);
            boolean pair = entry.type() == ResponseType.MULTI;
            String id = pair ? entry.get(0).toString() : entry.toString();
            Response score = pair ? entry.get(1) : active.get(++i);
            ids.add(id);
            forget.arg(id).arg(Long.toString(score.toDouble().longValue()));
        }
    }

    private static Request read(String deviceId) {
        return Request.cmd(Command.HMGET).arg(RedisKeys.shadow(deviceId)).arg("connection_state")
                .arg("connection_since").arg("last_seen").arg("clock_ahead_ms");
    }

    private static String text(Response answer) {
        return answer == null ? null : answer.toString();
    }

    private static Long number(Response answer) {
        try {
            return answer == null ? null : Long.valueOf(answer.toString());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Instant time(Response answer) {
        try {
            return answer == null ? null : Instant.parse(answer.toString());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
