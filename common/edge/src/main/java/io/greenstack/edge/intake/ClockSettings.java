package io.greenstack.edge.intake;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the clocks of devices are worth. */
@ConfigMapping(prefix = "greenstack.clock")
interface ClockSettings {

    /** How far ahead of ours a time of a device may lie; beyond it the time of arrival takes its place. */
    @WithDefault("1m")
    Duration allowedSkew();
}
