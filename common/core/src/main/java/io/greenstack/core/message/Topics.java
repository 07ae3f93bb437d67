package io.greenstack.core.message;

import java.util.HashMap;
import java.util.Map;

/**
 * The topics {@code {prefix}/{id}/{kind}} and their subscription filters. Immutable.
 */
public final class Topics {

    /** Prefix unless configured otherwise. */
    public static final String DEFAULT_PREFIX = "devices";

    private static final int MAX_PREFIX = 128;
    private static final Map<String, TopicKind> BY_SUFFIX = new HashMap<>();

    static {
        for (TopicKind kind : TopicKind.values()) {
            BY_SUFFIX.put(kind.suffix(), kind);
        }
    }

    private final String prefix;

    /**
     * @param prefix one or more topic levels, without wildcards and without a slash at either end
     * @throws IllegalArgumentException if it is not that
     */
    public Topics(String prefix) {
        if (prefix == null || prefix.isEmpty() || prefix.length() > MAX_PREFIX || prefix.startsWith("/")
                || prefix.endsWith("/") || prefix.startsWith("$") || prefix.contains("//") || prefix.contains("+")
                || prefix.contains("#") || Texts.hasControlCharacter(prefix)) {
            throw new IllegalArgumentException(
                    "A topic prefix is one or more levels without wildcards, like 'devices' or"
                            + " 'plant1/devices'; got " + Texts.quote(prefix));
        }
        this.prefix = prefix + "/";
    }

    /** The topic of a device. */
    public String topic(TopicKind kind, DeviceId id) {
        return prefix + id.value() + "/" + kind.suffix();
    }

    /** The filter that matches a kind of all devices. */
    public String filter(TopicKind kind) {
        return prefix + "+/" + kind.suffix();
    }

    /**
     * The same filter, shared by the replicas of a service.
     *
     * @param group name of the group; null or empty for a plain subscription
     */
    public String filter(TopicKind kind, String group) {
        return share(group, filter(kind));
    }

    /**
     * A filter as replicas share it.
     *
     * @param group name of the group; null or empty for a plain subscription
     */
    public static String share(String group, String filter) {
        if (group == null || group.isBlank()) {
            return filter;
        }
        String name = group.strip();
        if (name.contains("/") || name.contains("+") || name.contains("#")) {
            throw new IllegalArgumentException("A shared subscription group has no '/', '+' or '#'; got "
                    + Texts.quote(group));
        }
        return "$share/" + name + "/" + filter;
    }

    /**
     * Takes a received topic apart.
     *
     * @throws PayloadException {@link RejectReason#UNKNOWN_TOPIC} or {@link RejectReason#BAD_DEVICE_ID}
     */
    public DeviceTopic parse(String topic) {
        if (topic != null && topic.startsWith(prefix)) {
            int slash = topic.indexOf('/', prefix.length());
            TopicKind kind = slash < 0 ? null : BY_SUFFIX.get(topic.substring(slash + 1));
            if (kind != null) {
                return new DeviceTopic(kind, new DeviceId(topic.substring(prefix.length(), slash)));
            }
        }
        throw new PayloadException(RejectReason.UNKNOWN_TOPIC, "Not a device topic: " + Texts.quote(topic));
    }
}
