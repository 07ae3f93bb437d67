package io.greenstack.bridge.telemetry;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the live view holds. */
@ConfigMapping(prefix = "greenstack.live-view")
interface LiveViewSettings {

    /** How long the newest values of a device are kept after its last message. */
    @WithDefault("300s")
    Duration latestFor();

    /** About how many readings of a device the history holds. */
    @WithDefault("100")
    int historyLength();

    /** How long the history of a device is kept after its last message. */
    @WithDefault("1h")
    Duration historyFor();

    /** The most distinct parameters of a device; a message that brings more is a dead letter. */
    @WithDefault("1000")
    int maxParameters();

    /** A parameter that was not sent for this long, while others were, is forgotten. */
    @WithDefault("1h")
    Duration forgetAfter();

    /** The most devices whose newest values wait in memory while Redis is away. */
    @WithDefault("10000")
    int conflatedDevices();

    /** The most octets that wait in memory while Redis is away. */
    @WithDefault("33554432")
    long conflatedBytes();

    /** How often waiting values are tried again. */
    @WithDefault("250ms")
    Duration retryEvery();
}
