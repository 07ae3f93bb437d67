package io.greenstack.platform.unregistered;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How much raw process data of devices that are not registered is kept in the time-series store. Anybody who may publish can be such
 * a device, so everything is bounded.
 */
@ConfigMapping(prefix = "greenstack.unregistered")
public interface UnregisteredSettings {

    /** How long after its last message a device may be registered to have its raw data decoded; zero keeps none. */
    @WithDefault("24h")
    Duration keep();

    /** Most devices of which data is kept. */
    @WithDefault("500")
    int maxDevices();

    /** Most messages that are kept of each. */
    @WithDefault("100000")
    long maxMessages();

    /** Most octets of process data that are kept of each. */
    @WithDefault("4194304")
    long maxOctets();
}
