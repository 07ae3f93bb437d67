package io.greenstack.bridge.dialect.sparkplug;

import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.greenstack.core.message.DeviceId;
import io.greenstack.edge.intake.PauseException;
import io.greenstack.platform.redis.RedisPipeline;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Birth certificates in Redis: a hash {@code sparkplug:birth:{group}/{node}}, and for each device a text
 * {@code sparkplug:place:{id}} that says where it is; private to the bridges.
 */
@Singleton
class RedisBirthStore implements BirthStore, SparkplugBirths {

    private static final String PREFIX = "sparkplug:birth:";
    private static final String PLACE = "sparkplug:place:";
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
        send(List.of(Request.cmd(Command.DEL).arg(PREFIX + node), set(node, NODE, birth), keep(node),
                place(SparkplugPlace.of(node))));
    }

    @Override
    public void saveDevice(String node, String device, byte[] birth) {
        send(List.of(set(node, device, birth), keep(node), place(SparkplugPlace.of(node + "/" + device))));
    }

    private static Request set(String node, String field, byte[] birth) {
        return Request.cmd(Command.HSET).arg(PREFIX + node).arg(field).arg(Base64.getEncoder().encodeToString(birth));
    }

    private static Request place(SparkplugPlace place) {
        return Request.cmd(Command.SET).arg(PLACE + place.id().value()).arg(place.text()).arg("EX")
                .arg(LIFETIME_SECONDS);
    }

    @Override
    public Uni<Optional<Born>> find(DeviceId device) {
        return redis.send(Request.cmd(Command.GET).arg(PLACE + device.value())).chain(known -> {
            if (known == null) {
                return Uni.createFrom().item(Optional.<Born>empty());
            }
            SparkplugPlace place = SparkplugPlace.of(known.toString());
            return redis.send(Request.cmd(Command.HGET).arg(PREFIX + place.nodeKey())
                    .arg(place.device() == null ? NODE : place.device()))
                    .map(birth -> Optional.ofNullable(birth)
                            .map(text -> new Born(place, Base64.getDecoder().decode(text.toString()))));
        });
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
