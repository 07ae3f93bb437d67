package io.greenstack.bridge.dialect.sparkplug;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.DeviceIds;

/**
 * Where a device is among edge nodes.
 *
 * @param group group id
 * @param node edge node id
 * @param device device id, null for the edge node itself
 */
public record SparkplugPlace(String group, String node, String device) {

    /** @param text {@code group/node} or {@code group/node/device}, as {@link #text()} gives it */
    static SparkplugPlace of(String text) {
        String[] levels = text.split("/", 3);
        return new SparkplugPlace(levels[0], levels[1], levels.length > 2 ? levels[2] : null);
    }

    /** A name has no slash, since it is a level of a topic. */
    String text() {
        return nodeKey() + (device == null ? "" : "/" + device);
    }

    String nodeKey() {
        return group + "/" + node;
    }

    /** Id of the device in this suite. */
    DeviceId id() {
        return device == null ? DeviceIds.of(group, node) : DeviceIds.of(group, node, device);
    }

    /** Topic on which it takes commands. */
    String commandTopic() {
        return SparkplugTopic.NAMESPACE + "/" + group + "/" + (device == null ? "NCMD/" : "DCMD/") + node
                + (device == null ? "" : "/" + device);
    }
}
