package io.greenstack.bridge.namespace;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Decoded values as a Sparkplug B edge node. */
@ConfigMapping(prefix = "greenstack.sparkplug-node")
public interface NodeSettings {

    /** Group of the edge node, which nobody else may use; unset switches it off. */
    Optional<String> group();

    /** Name of the edge node, of each bridge another one; unset for the MQTT client id of the bridge. */
    Optional<String> id();

    /** The most readings that wait while the broker takes none; beyond them the oldest are dropped. */
    @WithDefault("20000")
    int maxWaiting();

    /** The most devices of one edge node; beyond them the one that was silent longest is forgotten. */
    @WithDefault("10000")
    int maxDevices();
}
