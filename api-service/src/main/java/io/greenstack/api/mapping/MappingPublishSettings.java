package io.greenstack.api.mapping;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Mappings on their way to the bridges. */
@ConfigMapping(prefix = "greenstack.mappings")
public interface MappingPublishSettings {

    /** How often it is checked whether Redis still has the mappings. */
    @WithDefault("30s")
    Duration recheck();
}
