package io.greenstack.bridge.mapping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.greenstack.core.message.Topics;
import io.greenstack.edge.intake.SharedGroup;
import io.greenstack.edge.lane.Lanes;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.redis.RedisSubscription;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Brings the mappings from Redis into the bridge, and their topic filters to the broker, whenever they changed. While Redis is away, or
 * has lost them and does not have them back yet, those that are known hold on. Which filters the session of the broker has is kept in
 * Redis, because a mapping may go while the bridge is away.
 */
@Singleton
class MappingSync {

    /** Label of the lane. */
    static final String LANE = "mapping";

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final long LIFETIME_SECONDS = Duration.ofDays(90).toSeconds();

    private final RedisPipeline redis;
    private final RedisSubscription announcements;
    private final MappingRules rules;
    private final Lanes lanes;
    private final MqttConfig mqtt;
    private final MappingSettings settings;
    private final BackgroundTask task = new BackgroundTask("mappings", this::read, RETRY);
    private String version;

    MappingSync(RedisPipeline redis, Redis client, Vertx vertx, MappingRules rules, Lanes lanes, MqttConfig mqtt,
            MappingSettings settings) {
        this.redis = redis;
        this.announcements = new RedisSubscription(client, vertx, RedisKeys.MAPPINGS);
        this.rules = rules;
        this.lanes = lanes;
        this.mqtt = mqtt;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        if (settings.enabled()) {
            announcements.start(changed -> task.wake(), task::wake);
            task.start(settings.recheck());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        announcements.stop();
        task.stop();
    }

    private void read() {
        Response found = redis.send(Request.cmd(Command.GET).arg(RedisKeys.MAPPINGS_VERSION)).await().atMost(LIMIT);
        String now = found == null ? null : found.toString();
        if (now == null || now.equals(version)) {
            return;
        }
        Response hash = redis.send(Request.cmd(Command.HGETALL).arg(RedisKeys.MAPPINGS)).await().atMost(LIMIT);
        Map<String, String> documents = new TreeMap<>();
        for (String id : hash.getKeys()) {
            documents.put(id, hash.get(id).toString());
        }
        rules.replace(List.copyOf(documents.values()));
        subscribe();
        version = now;
    }

    private void subscribe() {
        String group = SharedGroup.of(mqtt);
        List<String> filters = rules.filters().stream().map(filter -> Topics.share(group, filter)).toList();
        String key = RedisKeys.mappingFilters(mqtt.clientId());
        List<Request> requests = new ArrayList<>();
        requests.add(Request.cmd(Command.SMEMBERS).arg(key));
        if (!filters.isEmpty()) {
            Request add = Request.cmd(Command.SADD).arg(key);
            filters.forEach(add::arg);
            requests.add(add);
            requests.add(Request.cmd(Command.EXPIRE).arg(key).arg(LIFETIME_SECONDS));
        }
        Set<String> formerly = new HashSet<>();
        for (Response filter : redis.batch(requests).await().atMost(LIMIT).get(0)) {
            formerly.add(filter.toString());
        }
        if (!lanes.filters(LANE, filters, formerly)) {
            throw new IllegalStateException("the lane of the mappings is not open yet");
        }
    }
}
