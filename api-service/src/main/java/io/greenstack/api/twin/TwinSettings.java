package io.greenstack.api.twin;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Twins of devices. */
@ConfigMapping(prefix = "greenstack.shadow")
interface TwinSettings {

    /** Largest size of the wanted and of the reported values, each, as JSON. */
    @WithDefault("64K")
    MemorySize maxSize();

    /** Deepest nesting of objects and lists. */
    @WithDefault("8")
    int maxDepth();

    /** Most values in the wanted and in the reported part, each. */
    @WithDefault("1000")
    int maxValues();

    /** Whether a wanted value is no longer wanted once the device has reported it. */
    @WithDefault("true")
    boolean clearDesired();

    /** Changes that are kept of each twin; 0 keeps none. */
    @WithDefault("100")
    int history();

    /** How often the marker in Redis is checked; when it is gone, all twins are written and published anew. */
    @WithDefault("30s")
    Duration recheck();

    /** Pause before the next try while Redis is away. */
    @WithDefault("2s")
    Duration retry();
}
