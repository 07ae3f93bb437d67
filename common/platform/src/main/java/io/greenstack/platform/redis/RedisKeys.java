package io.greenstack.platform.redis;

/**
 * The names of all Redis keys and channels that more than one service uses.
 * <p>
 * Device ids are used as they are, so a caller passes only ids that obey the grammar {@code [A-Za-z0-9._:-]{1,64}}.
 * <p>
 * In a cluster, what one script touches has to lie in the same hash slot. There the names of devices stand in braces, as in
 * <code>telemetry:{sensor-1}:latest</code>, and companions of a key carry its name in braces. A single server keeps the names that it
 * always had. Channels are called the same in both.
 */
public final class RedisKeys {

    /**
     * String: set by the api-service (epoch milliseconds) once the layout of every registered device is in Redis. While
     * it is absent, a missing layout says nothing about a device.
     */
    public static final String LAYOUTS_READY = "device:layout:ready";

    /** Channel: the id of a device whose layout has changed. */
    public static final String LAYOUT_CHANNEL = "device:layout";

    /**
     * Sorted set: ids of devices of which the bridge noted something that the api-service has not stored yet, by the time of
     * that note in epoch milliseconds.
     */
    public static final String DEVICE_ACTIVITY = "device:activity";

    /** Stream: messages that mqtt-bridge is to publish. As a channel: there are new ones. */
    public static final String OUTBOUND = "mqtt:outbound";

    /** Channel: every change of a command, as JSON. */
    public static final String COMMAND_CHANNEL = "device:commands";

    /** Sorted set: topic filters that somebody watches, by the time until which, in epoch milliseconds. */
    public static final String WATCHED_FILTERS = "mqtt:watched";

    /** Channel: messages of watched topics, as JSON. */
    public static final String TRAFFIC_CHANNEL = "mqtt:traffic";

    /** Hash (JSON): by client id the sessions with the broker that edge services have or left behind. */
    public static final String SESSIONS = "mqtt:sessions";

    /** Set: client ids of the bridges that told their status. */
    public static final String BRIDGES = "mqtt:bridges";

    /** String: which bridge publishes them at present; expires when it does not renew it. */
    public static final String OUTBOUND_READER = "mqtt:outbound:reader";

    /** Channel: every new event of a device, as JSON. */
    public static final String EVENT_CHANNEL = "device:events";

    /**
     * Hash (JSON): by device the alarm rules that hold for it; devices without any have no field. As a channel: the id of a device
     * whose rules changed.
     */
    public static final String ALARM_RULES = "alarm:rules";

    /** What is announced in {@link #ALARM_RULES} when the rules of any device may have changed. */
    public static final String ALL_ALARM_RULES = "*";

    /** String (number): grows with each change of the rules; absent when Redis has lost its data and the rules are not back. */
    public static final String ALARM_RULES_VERSION = "alarm:rules:version";

    /** Stream: alarms that came or went, on their way to the api-service. As a channel: there are new ones. */
    public static final String ALARM_CHANGES = "alarm:changes";

    /** String: which bridge looks at present; expires when it does not renew it. */
    public static final String ALARM_READER = "alarm:reader";

    /** Channel: every change of an alarm, as JSON. */
    public static final String ALARM_CHANNEL = "device:alarms";

    /** Hash with {@code version} and {@code document}: the IO-Link masters that the bridges are to run. Also the channel that tells of a change. */
    public static final String MASTER_CONFIGS = "master:configs";

    /** String: which bridge runs the masters at present; expires when it does not renew it. */
    public static final String MASTER_HOLDER = "master:holder";

    /** Channel: connections to masters that are to be tried, as JSON. */
    public static final String MASTER_TESTS = "master:tests";

    /** Hash (JSON): by id the mappings that hold. As a channel: told when they changed. */
    public static final String MAPPINGS = "mapping:rules";

    /** String (number): grows with each change of the mappings; absent when Redis has lost its data and they are not back. */
    public static final String MAPPINGS_VERSION = "mapping:rules:version";

    /** Hash: by device that is not registered what raw process data of it lies in the time-series store. */
    public static final String UNREGISTERED = "device:unregistered";

    private static final String LAYOUT_PREFIX = "device:layout:";

    /** Of the process: all its names are those of a cluster, or none. */
    private static volatile boolean tagged;

    private RedisKeys() {}

    /** Whether the names are those of a cluster; {@link RedisPipeline} knows. */
    static void tagged(boolean cluster) {
        tagged = cluster;
    }

    /** Whether the names are those of a cluster, where keys of devices and keys of all devices lie in different slots. */
    public static boolean tagged() {
        return tagged;
    }

    private static String tag(String name) {
        return tagged ? '{' + name + '}' : name;
    }

    /** Hash: ids of those waiting messages of which the sender wants a receipt. */
    public static String outboundWaiting() {
        return tag(OUTBOUND) + ":waiting";
    }

    /** String (number): octets of the payloads in {@link #OUTBOUND}; absent when that is empty. */
    public static String outboundOctets() {
        return tag(OUTBOUND) + ":octets";
    }

    /**
     * Stream: ids of messages whose sender wants to know that the broker has acknowledged them, field {@code id}; or why it never
     * will, field {@code refused}. As a channel: there are new ones.
     */
    public static String outboundReceipts() {
        return tag(OUTBOUND) + ":receipts";
    }

    /** Sorted set: devices of which alarms depend on the passing of time, by when to look, in epoch milliseconds. */
    public static String alarmDue() {
        return tagged ? tag(ALARM_CHANGES) + ":due" : "alarm:due";
    }

    /** String (number): grows whenever another bridge begins to run the masters, so that reports of an earlier one are known. */
    public static String masterEpoch() {
        return tagged ? tag(MASTER_HOLDER) + ":epoch" : "master:epoch";
    }

    /** String (JSON): what a bridge last said of itself; expires when it says no more. */
    public static String bridgeStatus(String instance) {
        return "mqtt:status:" + instance;
    }

    /** String (JSON): newest value, unit and time of every parameter of a device. */
    public static String latest(String deviceId) {
        return "telemetry:" + tag(deviceId) + ":latest";
    }

    /** Hash: the parts that {@link #latest} is assembled from; private to the bridge, lives as long as that key. */
    public static String latestParts(String deviceId) {
        return "telemetry:" + tag(deviceId) + ":parts";
    }

    /** Stream: the newest readings of a device, field {@code json}. */
    public static String history(String deviceId) {
        return "telemetry:" + tag(deviceId) + ":history";
    }

    /** Channel: every new reading of a device, as JSON. */
    public static String telemetryChannel(String deviceId) {
        return "telemetry:" + deviceId;
    }

    /** Hash: the twin of a device, its connection state and the time of its last message. */
    public static String shadow(String deviceId) {
        return "device:shadow:" + tag(deviceId);
    }

    /** Hash: what is known of a registered device. */
    public static String info(String deviceId) {
        return "device:info:" + tag(deviceId);
    }

    /**
     * String (JSON): compiled process-data layout of a device. The device that calls itself {@code ready} gets a key
     * that no other id can have, because {@link #LAYOUTS_READY} takes its own.
     */
    public static String layout(String deviceId) {
        String key = LAYOUT_PREFIX + tag(deviceId);
        return key.equals(LAYOUTS_READY) ? key + '/' : key;
    }

    /** Channel: client ids whose session a replica of a service is to take over. */
    public static String adoptions(String service) {
        return "mqtt:adoptions:" + service;
    }

    /** String: which replica takes over a session; expires. */
    public static String adopter(String clientId) {
        return "mqtt:adopter:" + clientId;
    }

    /** Set: topic filters of mappings that the session of a bridge may have; expires. */
    public static String mappingFilters(String clientId) {
        return "mapping:filters:" + clientId;
    }

    /** Hash: by rule and parameter how far the alarms of a device are. */
    public static String alarmState(String deviceId) {
        return tagged ? tag(ALARM_CHANGES) + ":state:" + deviceId : "alarm:state:" + deviceId;
    }

    /**
     * Hash: when messages of devices with a clock that is ahead arrived first at a service, in nanoseconds since 1970, by the
     * digest of the message; expires.
     */
    public static String arrivals(String service) {
        return "mqtt:arrivals:" + tag(service);
    }

    /** List: the messages of {@link #arrivals}, in the order in which they were noted; lives as long as that key. */
    public static String arrivalsOrder(String service) {
        return "mqtt:arrivals-order:" + tag(service);
    }

    /** String (JSON): what came of trying a connection to a master; expires. */
    public static String masterTest(String test) {
        return "master:test:" + test;
    }

    /** String (JSON): answer to a command that an adapter has carried out, in case the command comes again; expires. */
    public static String masterDone(String command) {
        return "master:done:" + command;
    }

    /** Stream: messages that can never succeed, with their reason. */
    public static String deadLetters(String service) {
        return tag("deadletter") + ":" + service;
    }

    /** Stream: dead letters on their way back to the service that gave them up. */
    public static String deadLetterReplay(String service) {
        return tag("deadletter") + "-replay:" + service;
    }

    /** Hash: how far the replay of a selection of dead letters has come; expires. */
    public static String deadLetterReplayJob(String job) {
        return tag("deadletter") + "-replay-job:" + job;
    }

    /**
     * Hash: token buckets of somebody who asks the API, as {@code key:17}, {@code user:...} or {@code address:192.0.2.1}; expires when
     * all are full.
     */
    public static String rateLimit(String principal) {
        return "ratelimit:" + principal;
    }

    /** Sorted set: live streams that somebody has open, by when their leases end, in epoch milliseconds; expires with the last. */
    public static String liveStreams(String principal) {
        return "streams:" + principal;
    }
}
