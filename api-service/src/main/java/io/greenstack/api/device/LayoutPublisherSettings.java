package io.greenstack.api.device;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How layouts get from the database to Redis. */
@ConfigMapping(prefix = "greenstack.layouts")
interface LayoutPublisherSettings {

    /** How often the marker in Redis is checked; when it is gone, all layouts are written anew. */
    @WithDefault("30s")
    Duration recheck();

    /** Pause before the next try while Redis is away. */
    @WithDefault("2s")
    Duration retry();
}
