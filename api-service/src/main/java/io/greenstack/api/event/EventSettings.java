package io.greenstack.api.event;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Events of devices. */
@ConfigMapping(prefix = "greenstack.events")
public interface EventSettings {

    /** How long an event is kept. */
    @WithDefault("90d")
    Duration retention();

    /** Time between two looks for events that are too old. */
    @WithDefault("1h")
    Duration pruneEvery();
}
