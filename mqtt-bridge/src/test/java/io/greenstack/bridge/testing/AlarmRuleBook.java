package io.greenstack.bridge.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.greenstack.core.alarm.AlarmRule;
import io.greenstack.core.alarm.AlarmRuleSetJson;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;

/** Publishes alarm rules as the api-service does, and reads what the bridge noted for it. */
@Singleton
public class AlarmRuleBook {

    private final RedisView redis;

    @Inject
    public AlarmRuleBook(RedisView redis) {
        this.redis = redis;
    }

    /** From now on these rules hold for a device. */
    public void publish(String device, AlarmRule... rules) {
        redis.command(Command.HSET, "alarm:rules", device,
                new String(AlarmRuleSetJson.write(List.of(rules)), StandardCharsets.UTF_8));
        redis.command(Command.INCR, "alarm:rules:version");
        redis.command(Command.PUBLISH, "alarm:rules", device);
    }

    /** From now on no rules hold for a device. */
    public void remove(String device) {
        redis.command(Command.HDEL, "alarm:rules", device);
        redis.command(Command.INCR, "alarm:rules:version");
        redis.command(Command.PUBLISH, "alarm:rules", device);
    }

    /** The changes of a device that wait for the api-service, by their fields. */
    public List<Map<String, String>> changes(String device) {
        List<Map<String, String>> changes = new ArrayList<>();
        redis.command(Command.XRANGE, "alarm:changes", "-", "+").forEach(entry -> {
            Map<String, String> change = new TreeMap<>();
            Response fields = entry.get(1);
            for (int i = 0; i + 1 < fields.size(); i += 2) {
                change.put(fields.get(i).toString(), fields.get(i + 1).toString());
            }
            if (device.equals(change.get("device"))) {
                changes.add(change);
            }
        });
        return changes;
    }
}
