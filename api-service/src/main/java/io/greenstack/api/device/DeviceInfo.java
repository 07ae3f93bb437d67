package io.greenstack.api.device;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.platform.redis.RedisKeys;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** The hash {@code device:info:{id}}: what is known of a registered device, for whoever reads Redis. */
final class DeviceInfo {

    private DeviceInfo() {}

    /** Commands that make Redis forget a device; the version of its twin stays, because it never goes back. */
    static List<Request> remove(String deviceId) {
        return List.of(Request.cmd(Command.DEL).arg(RedisKeys.info(deviceId)),
                Request.cmd(Command.HDEL).arg(RedisKeys.shadow(deviceId)).arg("connection_state")
                        .arg("connection_since").arg("connection_time").arg("connection_session")
                        .arg("connection_arrival").arg("last_seen").arg("last_seen_ms"));
    }

    /**
     * Commands that replace the hash. They make that of the twin too, because the bridge notes what it hears of registered
     * devices only, and say that what it noted before the registration is news.
     */
    static List<Request> write(Device device, ProcessDataLayout layout) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("registered", device.registeredAt);
        fields.put("name", device.name);
        fields.put("location", device.location);
        fields.put("labels", device.labels);
        fields.put("kind", device.kind);
        fields.put("vendor_id", device.vendorId);
        fields.put("device_id", device.deviceId);
        fields.put("revision", device.revision);
        fields.put("product_id", device.productId);
        fields.put("serial", device.serial);
        fields.put("description_id", device.descriptionId);
        fields.put("product", layout == null ? null : layout.product());
        Request write = Request.cmd(Command.HSET).arg(RedisKeys.info(device.id));
        fields.forEach((field, value) -> {
            if (value != null) {
                write.arg(field).arg(value.toString());
            }
        });
        return List.of(Request.cmd(Command.DEL).arg(RedisKeys.info(device.id)), write,
                Request.cmd(Command.HSETNX).arg(RedisKeys.shadow(device.id)).arg("version").arg(0),
                Request.cmd(Command.ZADD).arg(RedisKeys.DEVICE_ACTIVITY).arg("NX").arg(0).arg(device.id));
    }
}
