package io.greenstack.loadtest.throughput;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.Map;

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

    static void write(URI redis, List<String> devices) {
        ProcessDataLayout sensor = SensorLayout.create();
        try (Jedis client = new Jedis(redis)) {
            for (String device : devices) {
                client.set(RedisKeys.layout(device).getBytes(UTF_8),
                        DeviceLayoutJson.write(new DeviceLayout(device, 1, Map.of(), sensor)));
            }
            client.set(RedisKeys.LAYOUTS_READY, Long.toString(System.currentTimeMillis()));
        }
    }
}
