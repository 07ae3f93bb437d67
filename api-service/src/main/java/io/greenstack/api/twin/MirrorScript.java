package io.greenstack.api.twin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.twin.model.Twin;
import io.greenstack.api.twin.model.Twin.Rejection;
import io.greenstack.platform.redis.RedisErrors;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** Writes twins to the hashes {@code device:shadow:{id}}, never an older version over a newer one. */
@ApplicationScoped
class MirrorScript {

    private static final String TEXT = read();

    private final RedisPipeline redis;
    private volatile String sha;

    public MirrorScript(RedisPipeline redis) {
        this.redis = redis;
    }

    /** Writes in one round trip; fails when Redis is away. */
    Uni<Void> write(List<StoredTwin> twins) {
        if (twins.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return known().chain(digest -> redis.batch(twins.stream().map(twin -> call(digest, twin)).toList()))
                .onFailure(RedisErrors::isScriptMissing).recoverWithUni(() -> load()
                        .chain(digest -> redis.batch(twins.stream().map(twin -> call(digest, twin)).toList())))
                .replaceWithVoid();
    }

    private Uni<String> known() {
        return sha == null ? load() : Uni.createFrom().item(sha);
    }

    private Uni<String> load() {
        return redis.send(Request.cmd(Command.SCRIPT).arg("LOAD").arg(TEXT)).map(answer -> {
            sha = answer.toString();
            return sha;
        });
    }

    private static Request call(String digest, StoredTwin stored) {
        Twin twin = stored.twin();
        return Request.cmd(Command.EVALSHA).arg(digest).arg(1).arg(RedisKeys.shadow(stored.deviceId()))
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

    private static String read() {
        try (InputStream in = MirrorScript.class.getResourceAsStream("mirror-twin.lua")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
