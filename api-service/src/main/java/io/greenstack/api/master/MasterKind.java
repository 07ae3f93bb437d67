package io.greenstack.api.master;

/** What a master speaks; each has an adapter of this name in mqtt-bridge. */
enum MasterKind {
    /** The IoT core of ifm, asked over HTTP. */
    IFM_HTTP,
    /** The IoT core of ifm, which publishes over MQTT what the suite subscribes to; the rest over HTTP. */
    IFM_MQTT,
    /** JSON for IO-Link of the IO-Link Community, asked over HTTP. */
    JSON_IO_LINK
}
