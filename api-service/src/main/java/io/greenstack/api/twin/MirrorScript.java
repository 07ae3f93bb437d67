package io.greenstack.api.twin;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.twin.model.Twin;
import io.greenstack.api.twin.model.Twin.Rejection;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.redis.RedisScript;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Request;

/** Writes twins to the hashes {@code device:shadow:{id}}, never an older version over a newer one. */
@ApplicationScoped
class MirrorScript {

    private static final RedisScript SCRIPT = new RedisScript(MirrorScript.class, "mirror-twin.lua");

    private final RedisPipeline redis;

    MirrorScript(RedisPipeline redis) {
        this.redis = redis;
    }

    /** Writes in one round trip; fails when Redis is away. */
    Uni<Void> write(List<StoredTwin> twins) {
        return twins.isEmpty()
                ? Uni.createFrom().voidItem()
                : SCRIPT.run(redis, twins.stream().map(MirrorScript::call).toList()).replaceWithVoid();
    }

    private static Request call(StoredTwin stored) {
        Twin twin = stored.twin();
        return SCRIPT.call(1).arg(RedisKeys.shadow(stored.deviceId()))
                .arg(twin.version()).arg(twin.deleted() ? "1" : "0").arg(twin.desired().values().toString())
                .arg(twin.reported().values().toString()).arg(twin.delta().toString())
                .arg(rejected(twin.rejections())).arg(stored.updatedAt().toString())
                .arg(twin.desiredVersion()).arg(twin.deltaVersion());
    }

    private static String rejected(Map<String, Rejection> rejections) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        rejections.forEach((pointer, rejection) -> {
            ObjectNode entry = document.putObject(pointer).put("reason", rejection.reason());
            if (rejection.code() != null) {
                entry.put("code", rejection.code());
            }
            entry.put("timestamp", rejection.timestamp()).put("version", rejection.version());
        });
        return document.toString();
    }
}
