package io.greenstack.bridge.dialect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which foreign dialects the bridge understands. All are off unless switched on. */
@ConfigMapping(prefix = "greenstack.dialect")
public interface DialectSettings {

    /** Topic filters on which ifm IO-Link masters publish; unset for none. */
    Optional<List<String>> ifmTopics();

    /** Sparkplug B groups to listen to, or {@code +} for all; unset for none. */
    Optional<List<String>> sparkplugGroups();

    /** Shortest time between two rebirth requests to the same edge node. */
    @WithDefault("10s")
    Duration sparkplugRebirthInterval();
}
