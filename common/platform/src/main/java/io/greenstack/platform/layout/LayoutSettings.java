package io.greenstack.platform.layout;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the edge services keep layouts. */
@ConfigMapping(prefix = "greenstack.layouts")
public interface LayoutSettings {

    /** The most devices whose layouts are kept; the one not used for the longest time goes first. */
    @WithDefault("20000")
    int cacheSize();

    /** Longest time that a layout is used without looking whether it changed, should an announcement get lost. */
    @WithDefault("60s")
    Duration recheckAfter();

    /** How long the answer that a device is not registered is kept. */
    @WithDefault("2s")
    Duration unknownFor();
}
