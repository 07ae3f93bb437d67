package io.greenstack.api.simulation;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Simulated devices. */
@ConfigMapping(prefix = "greenstack.simulations")
public interface SimulationSettings {

    /** Whether devices may be simulated; off unless switched on, so that no value of production is made up. */
    boolean enabled();

    /** The most simulated devices. */
    @WithDefault("50")
    int most();

    /** Time between two looks for devices that are due. */
    @WithDefault("100ms")
    Duration look();
}
