package io.greenstack.platform.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Reads marker and documents with one {@code MGET}, so that both are of the same moment. In a cluster the marker is read before the
 * documents: it is set after them, so what is missing then is not there.
 */
@Singleton
class RedisLayoutStore implements LayoutStore {

    private final RedisPipeline redis;

    public RedisLayoutStore(RedisPipeline redis) {
        this.redis = redis;
    }

    @Override
    public Uni<Documents> fetch(List<String> deviceIds) {
        if (RedisKeys.tagged()) {
            return redis.send(Request.cmd(Command.EXISTS).arg(RedisKeys.LAYOUTS_READY)).chain(ready -> redis
                    .independent(
                            deviceIds.stream().map(id -> Request.cmd(Command.GET).arg(RedisKeys.layout(id))).toList())
                    .map(found -> documents(deviceIds, ready.toLong() > 0, found)));
        }
        Request request = Request.cmd(Command.MGET).arg(RedisKeys.LAYOUTS_READY);
        for (String id : deviceIds) {
            request.arg(RedisKeys.layout(id));
        }
        return redis.send(request).map(values -> {
            List<Response> all = new ArrayList<>();
            values.forEach(all::add);
            return documents(deviceIds, all.get(0) != null, all.subList(1, all.size()));
        });
    }

    private static Documents documents(List<String> deviceIds, boolean ready, List<Response> values) {
        Map<String, byte[]> documents = new HashMap<>();
        for (int i = 0; i < deviceIds.size(); i++) {
            Response value = values.get(i);
            if (value != null) {
                documents.put(deviceIds.get(i), value.toBytes());
            }
        }
        return new Documents(ready, documents);
    }
}
