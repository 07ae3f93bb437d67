package io.greenstack.core.message;

/**
 * The topic tree of "JSON Integration for IO-Link": {@code {originator}/devices/{alias}/processdata/value}, as published
 * by IO-Link masters. The device id is the alias, or {@code {originator}:{alias}} where several masters may use the same
 * aliases. Immutable.
 */
public final class IoLinkTopics {

    private static final String DEVICES = "/devices/";
    private static final String VALUE = "/processdata/value";
    private static final String VALUE_IN = "/processdata/getdata/value";

    private final String originator;
    private final boolean withOriginator;

    /**
     * @param originator the one originator to listen to, or {@code +} for all
     * @param withOriginator true to make the originator part of the device id
     * @throws IllegalArgumentException if the originator is more than one topic level
     */
    public IoLinkTopics(String originator, boolean withOriginator) {
        boolean all = "+".equals(originator);
        if (!all && !DeviceId.isValid(originator)) {
            throw new IllegalArgumentException("An originator is one topic level or '+'; got "
                    + Texts.quote(originator));
        }
        this.originator = originator;
        this.withOriginator = withOriginator;
    }

    /**
     * The filter to subscribe to.
     *
     * @param group name of the shared subscription; null or empty for a plain one
     */
    public String filter(String group) {
        return Topics.share(group, originator + DEVICES + "+" + VALUE);
    }

    /**
     * The device of a received topic, as a telemetry topic.
     *
     * @throws PayloadException {@link RejectReason#UNKNOWN_TOPIC} or {@link RejectReason#BAD_DEVICE_ID}
     */
    public DeviceTopic parse(String topic) {
        int slash = topic == null ? -1 : topic.indexOf('/');
        int end = slash < 0 || !topic.startsWith(DEVICES, slash) ? -1 : end(topic);
        int start = slash + DEVICES.length();
        if (end < start || !"+".equals(originator) && !originator.equals(topic.substring(0, slash))) {
            throw new PayloadException(RejectReason.UNKNOWN_TOPIC,
                    "Not a process data topic of an IO-Link master: " + Texts.quote(topic));
        }
        String alias = topic.substring(start, end);
        String id = withOriginator ? topic.substring(0, slash) + ":" + alias : alias;
        return new DeviceTopic(TopicKind.TELEMETRY, new DeviceId(id));
    }

    private static int end(String topic) {
        if (topic.endsWith(VALUE_IN)) {
            return topic.length() - VALUE_IN.length();
        }
        return topic.endsWith(VALUE) ? topic.length() - VALUE.length() : -1;
    }
}
