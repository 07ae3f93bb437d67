package io.greenstack.bridge.alarm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.core.alarm.AlarmRuleSet;
import io.greenstack.core.alarm.AlarmRuleSetJson;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.redis.RedisSubscription;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * The rules of all devices, in memory: whether a device has any costs one look into a map. A change is announced; the version of the
 * rules tells whether an announcement got lost. While Redis is away, or has lost the rules and does not have them back yet, those
 * that are known hold on.
 */
@Singleton
public class AlarmRules {

    private static final Logger LOG = Logger.getLogger(AlarmRules.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 200;
    private static final int MOST_ANNOUNCED = 2_000;

    private final RedisPipeline redis;
    private final RedisSubscription announcements;
    private final AlarmRuleSettings settings;
    private final BackgroundTask task = new BackgroundTask("alarm-rules", this::read, RETRY);
    private final Set<String> announced = ConcurrentHashMap.newKeySet();
    private volatile boolean all = true;
    private volatile Map<String, AlarmRuleSet> sets = Map.of();
    private String version;

    AlarmRules(RedisPipeline redis, Redis client, Vertx vertx, AlarmRuleSettings settings, MeterRegistry metrics) {
        this.redis = redis;
        this.announcements = new RedisSubscription(client, vertx, RedisKeys.ALARM_RULES);
        this.settings = settings;
        Gauge.builder("greenstack.alarms.devices", this, rules -> rules.sets.size())
                .description("Devices for which there are alarm rules").register(metrics);
    }

    void start(@Observes StartupEvent event) {
        announcements.start(this::changed, this::subscribed);
        task.start(settings.recheckRules());
    }

    void stop(@Observes ShutdownEvent event) {
        announcements.stop();
        task.stop();
    }

    /** Whether there are no rules at all. */
    public boolean none() {
        return sets.isEmpty();
    }

    /** The rules of a device, null if there are none. */
    AlarmRuleSet of(String deviceId) {
        return sets.get(deviceId);
    }

    /** All devices with rules; another map after each change of the rules, with the same set where nothing changed. */
    Map<String, AlarmRuleSet> all() {
        return sets;
    }

    private void changed(String deviceId) {
        if (announced.size() < MOST_ANNOUNCED && !RedisKeys.ALL_ALARM_RULES.equals(deviceId)) {
            announced.add(deviceId);
        } else {
            all = true;
        }
        task.wake();
    }

    private void subscribed() {
        all = true;
        task.wake();
    }

    /** What is announced meanwhile is read the next time. */
    private void read() {
        Set<String> some = new HashSet<>(announced);
        announced.removeAll(some);
        boolean everything = all;
        all = false;
        try {
            Response found = redis.send(Request.cmd(Command.GET).arg(RedisKeys.ALARM_RULES_VERSION)).await()
                    .atMost(LIMIT);
            String now = found == null ? null : found.toString();
            if (now == null) {
                version = null;
            } else if (everything || version == null || some.isEmpty() && !now.equals(version)) {
                readAll();
                version = now;
            } else if (!some.isEmpty()) {
                readSome(List.copyOf(some));
                version = now;
            }
        } catch (RuntimeException e) {
            all = true;
            throw e;
        }
    }

    private void readAll() {
        Map<String, AlarmRuleSet> read = new HashMap<>();
        Map<String, AlarmRuleSet> known = new HashMap<>();
        String cursor = "0";
        do {
            Response page = redis.send(Request.cmd(Command.HSCAN).arg(RedisKeys.ALARM_RULES).arg(cursor).arg("COUNT")
                    .arg(AT_ONCE)).await().atMost(LIMIT);
            cursor = page.get(0).toString();
            Response fields = page.get(1);
            for (int i = 0; i + 1 < fields.size(); i += 2) {
                put(read, known, fields.get(i).toString(), fields.get(i + 1));
            }
        } while (!"0".equals(cursor));
        sets = read;
    }

    private void readSome(List<String> ids) {
        Map<String, AlarmRuleSet> read = new HashMap<>(sets);
        Map<String, AlarmRuleSet> known = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> part = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            Request get = Request.cmd(Command.HMGET).arg(RedisKeys.ALARM_RULES);
            part.forEach(get::arg);
            Response documents = redis.send(get).await().atMost(LIMIT);
            for (int i = 0; i < part.size(); i++) {
                read.remove(part.get(i));
                if (documents.get(i) != null) {
                    put(read, known, part.get(i), documents.get(i));
                }
            }
        }
        sets = read;
    }

    /** Devices for which the same rules hold share them. */
    private static void put(Map<String, AlarmRuleSet> read, Map<String, AlarmRuleSet> known, String deviceId,
            Response document) {
        byte[] octets = document.toBytes();
        AlarmRuleSet set = known.computeIfAbsent(new String(octets, StandardCharsets.UTF_8), text -> {
            try {
                return AlarmRuleSetJson.read(octets);
            } catch (IOException e) {
                LOG.errorf("The alarm rules of device %s cannot be read, none holds: %s", deviceId, e.getMessage());
                return AlarmRuleSet.of(new ArrayList<>());
            }
        });
        if (!set.rules().isEmpty()) {
            read.put(deviceId, set);
        }
    }
}
