package io.greenstack.api.redecode;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** History made anew from raw process data. */
@ConfigMapping(prefix = "greenstack.redecode")
public interface RedecodeSettings {

    /** How far back the raw data of a device is decoded by itself when its description arrives; zero for never. */
    @WithDefault("24h")
    Duration onDescription();

    /** Jobs that may wait while one is read; 429 beyond them. */
    @WithDefault("20")
    int queue();

    /** Messages that may be on their way to ingestion at once. */
    @WithDefault("2000")
    int maxWaiting();

    /** Most devices of one job. */
    @WithDefault("10000")
    int maxDevices();
}
