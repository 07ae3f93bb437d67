package io.greenstack.bridge.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Which devices are to be looked at when, in Redis; one bridge at a time has the lease to look. A device that is looked at is put off
 * for a while: when the bridge dies meanwhile, another one looks at it then. Blocks; fails when Redis is away.
 */
@Singleton
class AlarmDue {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String LEASE = "local holder = redis.call('GET', KEYS[1]) "
            + "if holder and holder ~= ARGV[1] then return 0 end "
            + "redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) return holder and 1 or 2";
    private static final String RELEASE = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) "
            + "end return 0";
    /** Sets when to look next, unless somebody wants it earlier. */
    private static final String FINISH = "for i = 2, #ARGV, 2 do "
            + "local mine = redis.call('ZSCORE', KEYS[1], ARGV[i]) == ARGV[1] "
            + "if ARGV[i + 1] ~= '' then redis.call('ZADD', KEYS[1], mine and 'XX' or 'LT', ARGV[i + 1], ARGV[i]) "
            + "elseif mine then redis.call('ZREM', KEYS[1], ARGV[i]) end end return 1";

    private final RedisPipeline redis;
    private final AlarmRuleSettings settings;
    private final String reader = UUID.randomUUID().toString();

    AlarmDue(RedisPipeline redis, AlarmRuleSettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    /** Who looks. */
    enum Lease {
        /** Another bridge. */
        OTHER,
        /** This one, as before. */
        MINE,
        /** This one from now on. */
        NEW
    }

    /** What is noted of a device that is due: its connection, and its states by their names. */
    record Notes(String deviceId, DeviceNotes connection, Map<String, String> states) {}

    /** Takes or renews the lease. */
    Lease lease() {
        long answer = send(Request.cmd(Command.EVAL).arg(LEASE).arg(1).arg(RedisKeys.ALARM_READER).arg(reader)
                .arg(settings.lease().toMillis())).toLong();
        return Lease.values()[(int) answer];
    }

    /** Gives the lease back. */
    void release() {
        send(Request.cmd(Command.EVAL).arg(RELEASE).arg(1).arg(RedisKeys.ALARM_READER).arg(reader));
    }

    /** Wants devices to be looked at by a time, earlier if somebody wants that. */
    void add(Collection<String> deviceIds, long time) {
        redis.batch(deviceIds.stream().map(id -> Request.cmd(Command.ZADD).arg(RedisKeys.alarmDue()).arg("LT")
                .arg(Long.toString(time)).arg(id)).toList()).await().atMost(LIMIT);
    }

    /** Devices that are due, which are put off until a time. */
    List<Notes> take(long now, long until, int limit) {
        Response found = send(Request.cmd(Command.ZRANGEBYSCORE).arg(RedisKeys.alarmDue()).arg("-inf")
                .arg(Long.toString(now)).arg("LIMIT").arg(0).arg(limit));
        List<String> ids = new ArrayList<>();
        List<Request> requests = new ArrayList<>();
        for (int i = 0; found != null && i < found.size(); i++) {
            String id = found.get(i).toString();
            ids.add(id);
            requests.add(
                    Request.cmd(Command.ZADD).arg(RedisKeys.alarmDue()).arg("XX").arg(Long.toString(until)).arg(id));
            requests.add(Request.cmd(Command.HMGET).arg(RedisKeys.shadow(id)).arg("connection_state")
                    .arg("connection_since").arg("last_seen_ms"));
            requests.add(Request.cmd(Command.HGETALL).arg(RedisKeys.alarmState(id)));
        }
        List<Response> answers = redis.independent(requests).await().atMost(LIMIT);
        List<Notes> notes = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            notes.add(new Notes(ids.get(i), DeviceNotes.of(answers.get(3 * i + 1)), states(answers.get(3 * i + 2))));
        }
        return notes;
    }

    /** RESP3 answers a map, RESP2 a flat list. */
    private static Map<String, String> states(Response fields) {
        Map<String, String> states = new HashMap<>();
        for (String field : fields.getKeys()) {
            states.put(field, fields.get(field).toString());
        }
        return states;
    }

    /**
     * Says when devices that were taken are to be looked at next.
     *
     * @param until to when they were put off
     * @param next for each the time, 0 for never
     */
    void finish(long until, Map<String, Long> next) {
        if (next.isEmpty()) {
            return;
        }
        Request finish = Request.cmd(Command.EVAL).arg(FINISH).arg(1).arg(RedisKeys.alarmDue())
                .arg(Long.toString(until));
        next.forEach((id, time) -> finish.arg(id).arg(time == 0 ? "" : Long.toString(time)));
        send(finish);
    }

    private Response send(Request request) {
        return redis.send(request).await().atMost(LIMIT);
    }
}
