package io.greenstack.platform.redis;

import java.util.Map;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/**
 * Notes in {@link RedisKeys#DEVICE_ACTIVITY}. A script that changes what is known of a device makes them itself. In a cluster it
 * cannot, because the devices lie in many slots; there they are made after it. A batch whose note fails is repeated as a whole.
 */
public final class DeviceActivity {

    private DeviceActivity() {}

    /** Keys of a script that has some of a device, and notes it. */
    public static int keys(int ofDevice) {
        return RedisKeys.tagged() ? ofDevice : ofDevice + 1;
    }

    /** Gives a script the key, unless it cannot use it. */
    public static Request addKey(Request call) {
        return RedisKeys.tagged() ? call : call.arg(RedisKeys.DEVICE_ACTIVITY);
    }

    /**
     * Makes the notes that scripts could not make.
     *
     * @param times of the notes by device, in milliseconds since 1970; an earlier one than is there changes nothing
     */
    public static Uni<Void> note(RedisPipeline redis, Map<String, Long> times) {
        if (!RedisKeys.tagged() || times.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Request note = Request.cmd(Command.ZADD).arg(RedisKeys.DEVICE_ACTIVITY).arg("GT");
        times.forEach((device, time) -> note.arg(time).arg(device));
        return redis.send(note).replaceWithVoid();
    }
}
