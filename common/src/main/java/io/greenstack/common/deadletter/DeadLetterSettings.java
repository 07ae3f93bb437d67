package io.greenstack.common.deadletter;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How dead letters are kept. */
@ConfigMapping(prefix = "greenstack.dead-letters")
public interface DeadLetterSettings {

    /** About how many dead letters of a service are kept; the oldest go first. */
    @WithDefault("10000")
    int maxLength();

    /** The most octets of a payload that are kept. */
    @WithDefault("65536")
    int maxPayload();

    /** How often number and age of the stored dead letters are read for the metrics. */
    @WithDefault("15s")
    Duration refreshEvery();
}
