package io.greenstack.platform.layout;

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

/** Reads marker and documents with one {@code MGET}, so that both are of the same moment. */
@Singleton
class RedisLayoutStore implements LayoutStore {

    private final RedisPipeline redis;

    public RedisLayoutStore(RedisPipeline redis) {
        this.redis = redis;
    }

    @Override
    public Uni<Documents> fetch(List<String> deviceIds) {
        Request request = Request.cmd(Command.MGET).arg(RedisKeys.LAYOUTS_READY);
        for (String id : deviceIds) {
            request.arg(RedisKeys.layout(id));
        }
        return redis.send(request).map(values -> documents(deviceIds, values));
    }

    private static Documents documents(List<String> deviceIds, Response values) {
        Map<String, byte[]> documents = new HashMap<>();
        for (int i = 0; i < deviceIds.size(); i++) {
            Response value = values.get(i + 1);
            if (value != null) {
                documents.put(deviceIds.get(i), value.toBytes());
            }
        }
        return new Documents(values.get(0) != null, documents);
    }
}
