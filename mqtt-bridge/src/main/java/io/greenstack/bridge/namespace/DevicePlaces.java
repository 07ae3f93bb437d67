package io.greenstack.bridge.namespace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.core.collection.BoundedMap;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Where devices are, as the API wrote it to Redis; kept for a while. While Redis is away what was known goes on to hold. */
final class DevicePlaces {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int MOST = 50_000;

    private final RedisPipeline redis;
    private final long lifetimeNanos;
    private final Map<String, Known> known = BoundedMap.ofUsed(MOST);

    private record Known(DevicePlace place, long nanos) {}

    DevicePlaces(RedisPipeline redis, Duration lifetime) {
        this.redis = redis;
        this.lifetimeNanos = lifetime.toNanos();
    }

    /** The places of some devices; by one thread at a time. */
    Map<String, DevicePlace> of(Collection<String> devices) {
        long now = System.nanoTime();
        Map<String, DevicePlace> places = new HashMap<>();
        List<String> wanted = new ArrayList<>();
        for (String device : devices) {
            Known one = known.get(device);
            places.put(device, one == null ? DevicePlace.NONE : one.place());
            if (one == null || now - one.nanos() > lifetimeNanos) {
                wanted.add(device);
            }
        }
        if (!wanted.isEmpty()) {
            read(wanted, places, now);
        }
        return places;
    }

    private void read(List<String> devices, Map<String, DevicePlace> places, long now) {
        try {
            List<Response> found = redis.independent(devices.stream().map(device -> Request.cmd(Command.HMGET)
                    .arg(RedisKeys.info(device)).arg("name").arg("location").arg("labels")).toList()).await()
                    .atMost(LIMIT);
            for (int i = 0; i < devices.size(); i++) {
                DevicePlace place = new DevicePlace(text(found.get(i).get(0)), text(found.get(i).get(1)),
                        labels(text(found.get(i).get(2))));
                places.put(devices.get(i), place);
                known.put(devices.get(i), new Known(place, now));
            }
        } catch (RuntimeException e) {
            NamespaceOutput.LOG.debugf("The places of %d devices are not known now: %s", devices.size(), e);
        }
    }

    private static String text(Response value) {
        return value == null ? null : value.toString();
    }

    private static Map<String, String> labels(String json) {
        Map<String, String> labels = new LinkedHashMap<>();
        try {
            if (json != null) {
                new JsonObject(json).forEach(label -> labels.put(label.getKey(), String.valueOf(label.getValue())));
            }
        } catch (DecodeException e) {
            NamespaceOutput.LOG.debugf("Labels cannot be read: %s", e.getMessage());
        }
        return labels;
    }
}
