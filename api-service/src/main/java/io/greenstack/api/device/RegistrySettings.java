package io.greenstack.api.device;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The registry of devices. */
@ConfigMapping(prefix = "greenstack.devices")
interface RegistrySettings {

    /** After this time without a message a device counts as silent. */
    @WithDefault("60s")
    Duration silenceTimeout();

    /** How often what the bridge noted about devices is brought to the database. */
    @WithDefault("5s")
    Duration presenceEvery();
}
