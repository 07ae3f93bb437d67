package io.greenstack.platform.unregistered;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.redis.RedisScript;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** The notes in a hash in Redis, for all replicas and both services. */
@Singleton
class RedisUnregisteredStore implements UnregisteredStore {

    private static final RedisScript ADD = new RedisScript(RedisUnregisteredStore.class, "add-unregistered.lua");
    private static final RedisScript REMOVE = new RedisScript(RedisUnregisteredStore.class, "remove-unregistered.lua");

    private final RedisPipeline redis;

    public RedisUnregisteredStore(RedisPipeline redis) {
        this.redis = redis;
    }

    @Override
    public Uni<Found> find(Collection<String> devices) {
        Request notes = Request.cmd(Command.HMGET).arg(RedisKeys.UNREGISTERED);
        devices.forEach(notes::arg);
        return redis.batch(List.of(Request.cmd(Command.HLEN).arg(RedisKeys.UNREGISTERED), notes)).map(answers -> {
            Map<String, KeptRaw> kept = new HashMap<>();
            int at = 0;
            for (String device : devices) {
                put(kept, device, answers.get(1).get(at++));
            }
            return new Found(answers.get(0).toInteger(), kept);
        });
    }

    @Override
    public Uni<Void> add(Map<String, KeptRaw> more) {
        return run(ADD, more);
    }

    @Override
    public Uni<Map<String, KeptRaw>> all() {
        return redis.send(Request.cmd(Command.HGETALL).arg(RedisKeys.UNREGISTERED)).map(answer -> {
            Map<String, KeptRaw> all = new LinkedHashMap<>();
            for (String device : answer.getKeys()) {
                put(all, device, answer.get(device));
            }
            return all;
        });
    }

    @Override
    public Uni<Void> remove(Map<String, KeptRaw> notes) {
        return run(REMOVE, notes);
    }

    private Uni<Void> run(RedisScript script, Map<String, KeptRaw> notes) {
        if (notes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Request call = script.call(1).arg(RedisKeys.UNREGISTERED);
        notes.forEach((device, note) -> call.arg(device).arg(note.text()));
        return script.run(redis, List.of(call)).replaceWithVoid();
    }

    private static void put(Map<String, KeptRaw> notes, String device, Response text) {
        KeptRaw note = text == null ? null : KeptRaw.parse(text.toString());
        if (note != null) {
            notes.put(device, note);
        }
    }
}
