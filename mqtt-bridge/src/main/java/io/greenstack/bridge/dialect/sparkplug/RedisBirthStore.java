package io.greenstack.bridge.dialect.sparkplug;

import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.greenstack.edge.intake.PauseException;
import io.greenstack.platform.redis.RedisPipeline;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Birth certificates in Redis: a hash {@code sparkplug:birth:{group}/{node}}, private to the bridge. */
@Singleton
class RedisBirthStore implements BirthStore {

    private static final String PREFIX = "sparkplug:birth:";
    private static final String NODE = "";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** Edge nodes that are gone for good do not stay for ever. */
    private static final long LIFETIME_SECONDS = Duration.ofDays(30).toSeconds();

    private final RedisPipeline redis;

    RedisBirthStore(RedisPipeline redis) {
        this.redis = redis;
    }

    @Override
    public Map<String, byte[]> load(String node) {
        Response hash = send(List.of(Request.cmd(Command.HGETALL).arg(PREFIX + node))).get(0);
        Map<String, byte[]> births = new LinkedHashMap<>();
        for (String device : hash.getKeys()) {
            births.put(device, Base64.getDecoder().decode(hash.get(device).toString()));
        }
        return births;
    }

    @Override
    public void saveNode(String node, byte[] birth) {
        send(List.of(Request.cmd(Command.DEL).arg(PREFIX + node), set(node, NODE, birth), keep(node)));
    }

    @Override
    public void saveDevice(String node, String device, byte[] birth) {
        send(List.of(set(node, device, birth), keep(node)));
    }

    private static Request set(String node, String field, byte[] birth) {
        return Request.cmd(Command.HSET).arg(PREFIX + node).arg(field).arg(Base64.getEncoder().encodeToString(birth));
    }

    private static Request keep(String node) {
        return Request.cmd(Command.EXPIRE).arg(PREFIX + node).arg(LIFETIME_SECONDS);
    }

    private List<Response> send(List<Request> commands) {
        try {
            return redis.batch(commands).await().atMost(LIMIT);
        } catch (RuntimeException e) {
            throw new PauseException("birth certificates wait: " + e.getMessage());
        }
    }
}
