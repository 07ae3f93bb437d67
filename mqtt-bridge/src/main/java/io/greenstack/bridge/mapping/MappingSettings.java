package io.greenstack.bridge.mapping;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Mappings in the bridge. */
@ConfigMapping(prefix = "greenstack.mappings")
public interface MappingSettings {

    /** Whether this bridge applies the mappings that are written in the API. */
    @WithDefault("true")
    boolean enabled();

    /** Time between two looks whether an announcement of changed mappings got lost. */
    @WithDefault("30s")
    Duration recheck();
}
