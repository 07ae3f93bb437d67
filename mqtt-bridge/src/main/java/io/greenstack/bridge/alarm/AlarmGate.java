package io.greenstack.bridge.alarm;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.core.alarm.AlarmEvaluator;
import io.greenstack.core.alarm.AlarmRule;
import io.greenstack.core.alarm.AlarmRuleSet;
import io.greenstack.edge.intake.PauseException;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/**
 * Through it pass the readings of devices with rules: the states are read in one round trip, and only those that change are written
 * in another. What another bridge changed meanwhile is evaluated anew.
 */
@Singleton
public class AlarmGate {

    private static final Logger LOG = Logger.getLogger(AlarmGate.class);
    private static final int TRIES = 20;

    private final AlarmRules rules;
    private final AlarmStates states;
    private final RedisPipeline redis;
    private final Clock clock;

    AlarmGate(AlarmRules rules, AlarmStates states, RedisPipeline redis, Clock clock) {
        this.rules = rules;
        this.states = states;
        this.redis = redis;
        this.clock = clock;
    }

    /** Whether no rule looks at values of any device. */
    public boolean idle() {
        return rules.none();
    }

    /** Whether a rule looks at values of a device. */
    public boolean watches(String deviceId) {
        AlarmRuleSet set = rules.of(deviceId);
        return set != null && !set.ofValues().isEmpty();
    }

    /**
     * Evaluates readings; may be repeated. Blocks; fails when Redis is away.
     *
     * @param readings in the order of their times, those of devices without rules are left out of account
     */
    public void evaluate(List<AlarmReading> readings) {
        Map<String, List<AlarmReading>> byDevice = new LinkedHashMap<>();
        for (AlarmReading reading : readings) {
            if (watches(reading.deviceId())) {
                byDevice.computeIfAbsent(reading.deviceId(), id -> new ArrayList<>(2)).add(reading);
            }
        }
        Collection<String> open = byDevice.keySet();
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt == TRIES) {
                throw new PauseException(
                        "other bridges change the alarms of " + open.size() + " device(s) all the time");
            }
            open = attempt(open, byDevice);
        }
    }

    /** Answers the devices that have to be evaluated anew. */
    private List<String> attempt(Collection<String> deviceIds, Map<String, List<AlarmReading>> byDevice) {
        List<String> ids = new ArrayList<>(deviceIds.size());
        List<AlarmRuleSet> sets = new ArrayList<>(deviceIds.size());
        List<List<String>> fields = new ArrayList<>(deviceIds.size());
        for (String id : deviceIds) {
            AlarmRuleSet set = rules.of(id);
            List<String> needed = set == null ? List.of() : fields(set, byDevice.get(id));
            if (!needed.isEmpty()) {
                ids.add(id);
                sets.add(set);
                fields.add(needed);
            }
        }
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Map<String, String>> read = states.read(ids, fields);
        long now = clock.millis();
        List<AlarmUpdate> updates = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            AlarmRuleSet set = sets.get(i);
            AlarmUpdate update = new AlarmUpdate(ids.get(i), read.get(i));
            try {
                byDevice.get(ids.get(i)).forEach(reading -> evaluate(set, reading, update, now));
                updates.add(update);
            } catch (RuntimeException e) {
                LOG.errorf(e, "The alarm rules of device %s could not be evaluated", ids.get(i));
            }
        }
        return states.write(updates).stream().map(AlarmUpdate::deviceId).toList();
    }

    private static List<String> fields(AlarmRuleSet set, List<AlarmReading> readings) {
        Set<String> fields = new LinkedHashSet<>();
        for (AlarmReading reading : readings) {
            for (AlarmReading.Value value : reading.values()) {
                for (AlarmRule rule : set.ofValues()) {
                    if (rule.looksAt(value.parameter())) {
                        fields.add(rule.field(value.parameter()));
                    }
                }
            }
        }
        return List.copyOf(fields);
    }

    private static void evaluate(AlarmRuleSet set, AlarmReading reading, AlarmUpdate update, long now) {
        for (AlarmReading.Value value : reading.values()) {
            for (AlarmRule rule : set.ofValues()) {
                if (rule.looksAt(value.parameter())) {
                    update.take(rule, value.parameter(), AlarmEvaluator.value(rule,
                            update.state(rule, value.parameter()), value.number(), value.unit(), value.status(),
                            reading.time(), now));
                }
            }
        }
    }

    /**
     * Says that the connection states of devices may have changed, so that rules which look at them need not wait; returns at once.
     */
    public void connectionChanged(Collection<String> deviceIds) {
        if (rules.none()) {
            return;
        }
        String now = Long.toString(clock.millis());
        List<Request> requests = deviceIds.stream().distinct().filter(id -> {
            AlarmRuleSet set = rules.of(id);
            return set != null && !set.ofDevice().isEmpty();
        }).map(id -> Request.cmd(Command.ZADD).arg(RedisKeys.alarmDue()).arg("LT").arg(now).arg(id)).toList();
        redis.batch(requests).subscribe().with(done -> {},
                failure -> LOG.debugf("Alarms of connections are seen at the next look: %s", failure.getMessage()));
    }
}
