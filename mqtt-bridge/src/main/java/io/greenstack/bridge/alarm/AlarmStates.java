package io.greenstack.bridge.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.core.alarm.AlarmState;
import io.greenstack.platform.redis.RedisErrors;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.redis.RedisScript;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** How far the alarms of devices are, in Redis. Blocks; fails when Redis is away. */
@Singleton
class AlarmStates {

    private static final Logger LOG = Logger.getLogger(AlarmStates.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final RedisScript SCRIPT = new RedisScript(AlarmStates.class, "alarm-state.lua");
    private static final long DONE = 1;
    private static final long FULL = -1;

    private final RedisPipeline redis;
    private final AlarmRuleSettings settings;
    private final Counter raised;
    private final Counter cleared;
    private final Counter delayed;
    private volatile boolean full;

    AlarmStates(RedisPipeline redis, AlarmRuleSettings settings, MeterRegistry metrics) {
        this.redis = redis;
        this.settings = settings;
        this.raised = changes(metrics, "raised");
        this.cleared = changes(metrics, "cleared");
        this.delayed = Counter.builder("greenstack.alarms.delayed")
                .description("Alarms that could not come or go yet, because too many changes wait for the api-service")
                .register(metrics);
    }

    private static Counter changes(MeterRegistry metrics, String change) {
        return Counter.builder("greenstack.alarms.changes").tag("change", change)
                .description("Alarms of rules that came or went").register(metrics);
    }

    /** Reads some states of each of some devices; answers them by their names, in the same order. */
    List<Map<String, String>> read(List<String> deviceIds, List<List<String>> fields) {
        List<Request> requests = new ArrayList<>(deviceIds.size());
        for (int i = 0; i < deviceIds.size(); i++) {
            Request get = Request.cmd(Command.HMGET).arg(RedisKeys.alarmState(deviceIds.get(i)));
            fields.get(i).forEach(get::arg);
            requests.add(get);
        }
        List<Response> answers = redis.batch(requests)
                .onFailure(failure -> !RedisErrors.refused(failure).isEmpty())
                .recoverWithUni(failure -> redis.batch(remove(deviceIds, RedisErrors.refused(failure)))
                        .chain(() -> redis.batch(requests)))
                .await().atMost(LIMIT);
        List<Map<String, String>> states = new ArrayList<>(deviceIds.size());
        for (int i = 0; i < deviceIds.size(); i++) {
            Map<String, String> read = new HashMap<>();
            for (int field = 0; field < fields.get(i).size(); field++) {
                Response state = answers.get(i).get(field);
                if (state != null) {
                    read.put(fields.get(i).get(field), state.toString());
                }
            }
            states.add(read);
        }
        return states;
    }

    /** A key of another type is left over from somebody else: it is removed. */
    private static List<Request> remove(List<String> deviceIds, Set<Integer> refused) {
        return refused.stream().map(i -> Request.cmd(Command.DEL).arg(RedisKeys.alarmState(deviceIds.get(i)))).toList();
    }

    /**
     * Changes states, all of a device or none.
     *
     * @return those of which nothing was changed, because another bridge changed them since they were read
     */
    List<AlarmUpdate> write(List<AlarmUpdate> updates) {
        List<AlarmUpdate> changed = updates.stream().filter(AlarmUpdate::isChanged).toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        List<Response> answers = SCRIPT.run(redis, changed.stream().map(this::call).toList()).await().atMost(LIMIT);
        List<AlarmUpdate> again = new ArrayList<>();
        for (int i = 0; i < changed.size(); i++) {
            AlarmUpdate update = changed.get(i);
            long answer = answers.get(i).toLong();
            if (answer == DONE) {
                count(update);
            } else if (answer == FULL) {
                wait(update);
            } else {
                again.add(update);
            }
        }
        return again;
    }

    private void count(AlarmUpdate update) {
        if (update.changes().isEmpty()) {
            return;
        }
        full = false;
        update.changes().forEach(change -> (change.change().raised() ? raised : cleared).increment());
    }

    /** The state stays as it was, so the next observation tries again. */
    private void wait(AlarmUpdate update) {
        delayed.increment(update.changes().size());
        if (!full) {
            full = true;
            LOG.errorf("Alarms come and go later: %d changes wait for the api-service", settings.maxWaiting());
        }
    }

    private Request call(AlarmUpdate update) {
        long due = update.due();
        Request call = SCRIPT.call(3).arg(RedisKeys.alarmState(update.deviceId())).arg(RedisKeys.ALARM_CHANGES)
                .arg(RedisKeys.alarmDue()).arg(update.deviceId()).arg(settings.maxWaiting())
                .arg(due == 0 ? "" : Long.toString(due)).arg(update.changed().size());
        for (Map.Entry<String, AlarmState> state : update.changed().entrySet()) {
            call.arg(state.getKey()).arg(update.before(state.getKey())).arg(state.getValue().write());
        }
        for (AlarmUpdate.Change change : update.changes()) {
            double value = change.change().value();
            call.arg(change.ruleId()).arg(change.parameter() == null ? "" : change.parameter())
                    .arg(change.change().raised() ? "raised" : "cleared").arg(change.change().occurrence())
                    .arg(change.change().at()).arg(Double.isNaN(value) ? "" : Double.toString(value))
                    .arg(change.change().detail());
        }
        return call;
    }
}
