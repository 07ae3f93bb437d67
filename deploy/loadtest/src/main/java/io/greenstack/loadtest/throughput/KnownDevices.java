package io.greenstack.loadtest.throughput;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.greenstack.core.alarm.AlarmKind;
import io.greenstack.core.alarm.AlarmRule;
import io.greenstack.core.alarm.AlarmRuleSetJson;
import io.greenstack.core.layout.DeviceLayout;
import io.greenstack.core.layout.DeviceLayoutJson;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.loadtest.SensorLayout;
import io.greenstack.platform.redis.RedisKeys;
import redis.clients.jedis.Jedis;

/**
 * Writes to Redis what the api-service would: the devices are registered and bound to an ordinary sensor. So raw process data is
 * decoded as in a plant.
 */
final class KnownDevices {

    private KnownDevices() {}

    /** @param rules how many alarm rules hold for each device: limits for all values, which none of them passes */
    static void write(URI redis, List<String> devices, int rules) {
        ProcessDataLayout sensor = SensorLayout.create();
        try (Jedis client = new Jedis(redis)) {
            for (String device : devices) {
                client.set(RedisKeys.layout(device).getBytes(UTF_8),
                        DeviceLayoutJson.write(new DeviceLayout(device, 1, Map.of(), sensor)));
            }
            if (rules > 0) {
                byte[] document = AlarmRuleSetJson.write(IntStream.rangeClosed(1, rules).mapToObj(KnownDevices::limit)
                        .toList());
                devices.forEach(device -> client.hset(RedisKeys.ALARM_RULES.getBytes(UTF_8), device.getBytes(UTF_8),
                        document));
                client.incr(RedisKeys.ALARM_RULES_VERSION);
                devices.forEach(device -> client.publish(RedisKeys.ALARM_RULES, device));
            }
            client.set(RedisKeys.LAYOUTS_READY, Long.toString(System.currentTimeMillis()));
        }
    }

    private static AlarmRule limit(int id) {
        return new AlarmRule(id, AlarmKind.RANGE, null, -1e12, 1e12, false, 0, 0, 0, List.of(), 0, 5_000, 5_000);
    }
}
