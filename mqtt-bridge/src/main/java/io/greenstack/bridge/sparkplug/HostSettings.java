package io.greenstack.bridge.sparkplug;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The bridge as a host of Sparkplug B edge nodes. */
@ConfigMapping(prefix = "greenstack.sparkplug-host")
public interface HostSettings {

    /** Id under which the bridge says that it is there, for nodes that wait for their primary host; unset for none. */
    Optional<String> id();

    /** How long after a write is waited for the device to say the value. */
    @WithDefault("5s")
    Duration echoTimeout();
}
