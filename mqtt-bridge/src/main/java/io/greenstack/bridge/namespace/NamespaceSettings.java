package io.greenstack.bridge.namespace;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Decoded values on topics of the plant. */
@ConfigMapping(prefix = "greenstack.namespace")
public interface NamespaceSettings {

    /**
     * Topic such as {@code plant/{site}/{area}/{line}/{device}/{parameter}}; without {@code {parameter}} each message has all values of a
     * device. Unset switches it off.
     */
    Optional<String> template();

    /** Whether the broker keeps the newest value for later subscribers. */
    @WithDefault("true")
    boolean retain();

    /** Whether a value goes out only when it is another one than before; else with every reading. */
    @WithDefault("true")
    boolean onChange();

    /** What stands for a label or a location that a device does not have. */
    @WithDefault("unassigned")
    String missing();

    /** The most messages that wait while the broker takes none; beyond them the oldest are dropped. */
    @WithDefault("20000")
    int maxWaiting();

    /** How long labels and location of a device are used before they are read again. */
    @WithDefault("30s")
    Duration placesFor();
}
