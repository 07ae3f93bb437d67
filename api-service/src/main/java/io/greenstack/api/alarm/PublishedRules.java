package io.greenstack.api.alarm;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.OutsideTransaction;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** The rules of devices in Redis, for the bridges. Blocks; fails when Redis is away. */
@ApplicationScoped
class PublishedRules {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int AT_ONCE = 200;
    private static final Pattern RULE_ID = Pattern.compile("\"id\":(\\d+)");

    private final RedisPipeline redis;
    private final Clock clock;
    private final OutsideTransaction outside = new OutsideTransaction("alarm-rule-outbox", LIMIT);

    PublishedRules(RedisPipeline redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        outside.close();
    }

    /** Whether Redis has lost the rules, or never had them. */
    boolean lost() {
        return send(List.of(Request.cmd(Command.EXISTS).arg(RedisKeys.ALARM_RULES_VERSION))).get(0).toLong() == 0;
    }

    /** Devices that have rules in Redis. */
    Set<String> devices() {
        Set<String> ids = new HashSet<>();
        for (Response id : send(List.of(Request.cmd(Command.HKEYS).arg(RedisKeys.ALARM_RULES))).get(0)) {
            ids.add(id.toString());
        }
        return ids;
    }

    /**
     * Writes and announces what changed, and forgets states of rules that do not hold any more.
     *
     * @param documents by device, null for none
     * @param lost whether Redis had lost all; then nothing holds until {@link #done}
     */
    void write(Map<String, byte[]> documents, boolean lost) {
        List<String> ids = List.copyOf(documents.keySet());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> part = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            Request get = Request.cmd(Command.HMGET).arg(RedisKeys.ALARM_RULES);
            part.forEach(get::arg);
            Response known = send(List.of(get)).get(0);
            List<String> changed = new ArrayList<>();
            for (int i = 0; i < part.size(); i++) {
                byte[] before = known.get(i) == null ? null : known.get(i).toBytes();
                if (!Arrays.equals(before, documents.get(part.get(i)))) {
                    changed.add(part.get(i));
                }
            }
            if (!changed.isEmpty()) {
                replace(changed, documents, lost);
            }
        }
    }

    private void replace(List<String> ids, Map<String, byte[]> documents, boolean lost) {
        List<Response> states = send(ids.stream()
                .map(id -> Request.cmd(Command.HKEYS).arg(RedisKeys.alarmState(id))).toList());
        List<Request> writes = new ArrayList<>();
        List<Request> announcements = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            byte[] document = documents.get(id);
            writes.add(document == null
                    ? Request.cmd(Command.HDEL).arg(RedisKeys.ALARM_RULES).arg(id)
                    : Request.cmd(Command.HSET).arg(RedisKeys.ALARM_RULES).arg(id).arg(Buffer.buffer(document)));
            List<String> gone = gone(states.get(i), document);
            if (!gone.isEmpty()) {
                Request forget = Request.cmd(Command.HDEL).arg(RedisKeys.alarmState(id));
                gone.forEach(forget::arg);
                writes.add(forget);
            }
            announcements.add(Request.cmd(Command.PUBLISH).arg(RedisKeys.ALARM_RULES).arg(id));
        }
        if (!lost) {
            writes.add(Request.cmd(Command.INCR).arg(RedisKeys.ALARM_RULES_VERSION));
            writes.addAll(announcements);
        }
        send(writes);
    }

    private static List<String> gone(Response fields, byte[] document) {
        Set<String> rules = new HashSet<>();
        if (document != null) {
            Matcher ids = RULE_ID.matcher(new String(document, StandardCharsets.UTF_8));
            while (ids.find()) {
                rules.add(ids.group(1));
            }
        }
        List<String> gone = new ArrayList<>();
        for (Response field : fields) {
            String name = field.toString();
            if (!rules.contains(name.substring(0, Math.max(0, name.indexOf(':'))))) {
                gone.add(name);
            }
        }
        return gone;
    }

    /** Makes Redis know again which alarms stand, so that the bridges clear them when it is time. */
    void restore(List<DeviceRules.Standing> standing) {
        String now = Long.toString(clock.millis());
        List<Request> writes = new ArrayList<>(2 * standing.size());
        for (DeviceRules.Standing alarm : standing) {
            writes.add(Request.cmd(Command.HSETNX).arg(RedisKeys.alarmState(alarm.deviceId())).arg(alarm.field())
                    .arg(alarm.state().write()));
            writes.add(Request.cmd(Command.ZADD).arg(RedisKeys.alarmDue()).arg("LT").arg(now).arg(alarm.deviceId()));
        }
        send(writes);
    }

    /** The rules of all devices are in Redis; the bridges read them all anew. */
    void done() {
        send(List.of(Request.cmd(Command.SET).arg(RedisKeys.ALARM_RULES_VERSION).arg(clock.millis()),
                Request.cmd(Command.PUBLISH).arg(RedisKeys.ALARM_RULES).arg(RedisKeys.ALL_ALARM_RULES)));
    }

    private List<Response> send(List<Request> requests) {
        AtomicReference<List<Response>> answers = new AtomicReference<>(List.of());
        outside.call(() -> redis.batch(requests).invoke(answers::set));
        return answers.get();
    }
}
