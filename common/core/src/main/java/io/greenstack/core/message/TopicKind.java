package io.greenstack.core.message;

/** The topics of a device, below {@code {prefix}/{id}/}. */
public enum TopicKind {
    /** Values, named or raw. */
    TELEMETRY("telemetry"),
    /** Connected or disconnected; retained, also the device's last will. */
    STATUS("status"),
    /** A device makes itself known. */
    REGISTER("register"),
    /** Device events. */
    EVENTS("events"),
    /** What the device reports of its configuration. */
    CONFIG_REPORTED("config/reported"),
    /** Wanted configuration, published by the bridge, retained. */
    CONFIG_DESIRED("config/desired"),
    /** Difference of wanted and reported configuration, published by the bridge. */
    CONFIG_DELTA("config/delta"),
    /** Commands to the device, published by the bridge. */
    COMMANDS("commands"),
    /** Answers to commands. */
    COMMANDS_RESPONSE("commands/response");

    private final String suffix;

    TopicKind(String suffix) {
        this.suffix = suffix;
    }

    /** The topic levels below the device id. */
    public String suffix() {
        return suffix;
    }
}
