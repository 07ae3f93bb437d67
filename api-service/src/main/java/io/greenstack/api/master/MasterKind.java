package io.greenstack.api.master;

/** What a master speaks; each has an adapter of this name in mqtt-bridge. */
enum MasterKind {
    /** The IoT core of ifm, asked over HTTP. */
    IFM_HTTP,
    /** The IoT core of ifm, which publishes over MQTT what the suite subscribes to; the rest over HTTP. */
    IFM_MQTT,
    /** JSON for IO-Link of the IO-Link Community, asked over HTTP. */
    JSON_IO_LINK,
    /** ICE2, ICE3 and RSTi-OM over the broker to which they publish; the address is the topic below which they do. */
    ICE2,
    /** JSON for IO-Link of the IO-Link Community over the broker; the address is the originator id of the gateway. */
    JSON_IO_LINK_MQTT;

    /** Whether it is reached over the broker, so that its address is a topic. */
    boolean onBroker() {
        return this == ICE2 || this == JSON_IO_LINK_MQTT;
    }
}
