package io.greenstack.platform.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.inject.Singleton;

import io.greenstack.core.layout.DeviceLayout;
import io.greenstack.core.layout.DeviceLayoutJson;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/**
 * Writing side of the layouts, for the api-service and nobody else.
 * <p>
 * Use: call {@link #publish} after the commit of a registration, (re)binding or parameter change, {@link #remove} after
 * a device was deleted. At start and whenever {@link #ready} says no (Redis lost its data), publish the layouts of all
 * devices, then call {@link #markReady}. Every operation can be repeated. A failure means that Redis was away: the
 * caller repeats, or forgets the marker with {@link #withdraw} and rewrites all later.
 */
@Singleton
public class LayoutRegistry {

    private static final int DEVICES_PER_ROUND_TRIP = 200;

    private final RedisPipeline redis;

    public LayoutRegistry(RedisPipeline redis) {
        this.redis = redis;
    }

    /** Writes and announces the layouts of some devices; fails when Redis is away. */
    public Uni<Void> publish(Collection<DeviceLayout> layouts) {
        Uni<Void> done = Uni.createFrom().voidItem();
        List<DeviceLayout> all = List.copyOf(layouts);
        for (int from = 0; from < all.size(); from += DEVICES_PER_ROUND_TRIP) {
            List<DeviceLayout> part = all.subList(from, Math.min(all.size(), from + DEVICES_PER_ROUND_TRIP));
            done = done.chain(() -> redis.independent(writes(part)).replaceWithVoid());
        }
        return done;
    }

    /** Removes the layout of a device that is no longer registered; fails when Redis is away. */
    public Uni<Void> remove(String deviceId) {
        return redis.batch(List.of(
                Request.cmd(Command.DEL).arg(RedisKeys.layout(deviceId)),
                Request.cmd(Command.PUBLISH).arg(RedisKeys.LAYOUT_CHANNEL).arg(deviceId))).replaceWithVoid();
    }

    /** Whether the layouts of all devices are in Redis; fails when Redis is away. */
    public Uni<Boolean> ready() {
        return redis.send(Request.cmd(Command.EXISTS).arg(RedisKeys.LAYOUTS_READY)).map(found -> found.toLong() > 0);
    }

    /** Says that the layouts of all devices are in Redis; fails when Redis is away. */
    public Uni<Void> markReady() {
        return redis.send(Request.cmd(Command.SET).arg(RedisKeys.LAYOUTS_READY).arg(System.currentTimeMillis()))
                .replaceWithVoid();
    }

    /** Takes {@link #markReady} back, so that no edge service takes a device for unknown; fails when Redis is away. */
    public Uni<Void> withdraw() {
        return redis.send(Request.cmd(Command.DEL).arg(RedisKeys.LAYOUTS_READY)).replaceWithVoid();
    }

    private static List<Request> writes(List<DeviceLayout> layouts) {
        List<Request> requests = new ArrayList<>(layouts.size() * 2);
        for (DeviceLayout layout : layouts) {
            requests.add(Request.cmd(Command.SET)
                    .arg(RedisKeys.layout(layout.deviceId()))
                    .arg(Buffer.buffer(DeviceLayoutJson.write(layout))));
            requests.add(Request.cmd(Command.PUBLISH).arg(RedisKeys.LAYOUT_CHANNEL).arg(layout.deviceId()));
        }
        return requests;
    }
}
