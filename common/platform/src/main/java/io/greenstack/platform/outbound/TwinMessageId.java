package io.greenstack.platform.outbound;

/**
 * Id of a message about a twin. On each of the topics versions only rise, which a replay must not break; the newest one of each
 * is a field of the hash {@code device:shadow:{id}}.
 *
 * @param deviceId the device
 * @param topic the topic levels below the device, {@code config/desired} or {@code config/delta}
 * @param version version of the twin at which this message last changed
 */
public record TwinMessageId(String deviceId, String topic, long version) {

    private static final String PREFIX = "shadow:";

    /** Reads an id; null if it is that of another message. */
    public static TwinMessageId parse(String id) {
        int version = id.lastIndexOf(':');
        int topic = id.lastIndexOf(':', version - 1);
        if (!id.startsWith(PREFIX) || topic < PREFIX.length()) {
            return null;
        }
        try {
            return new TwinMessageId(id.substring(PREFIX.length(), topic), id.substring(topic + 1, version),
                    Long.parseLong(id.substring(version + 1)));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Field of the hash that has the newest version of such messages: {@code desired_version} or {@code delta_version}. */
    public String versionField() {
        return topic.substring(topic.lastIndexOf('/') + 1) + "_version";
    }

    @Override
    public String toString() {
        return PREFIX + deviceId + ':' + topic + ':' + version;
    }
}
