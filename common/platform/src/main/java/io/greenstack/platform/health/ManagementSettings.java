package io.greenstack.platform.health;

import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;

/** A port for those who run the service. */
@ConfigMapping(prefix = "greenstack.management")
interface ManagementSettings {

    /** Port on which health and metrics are served as well; 0 takes any free one, unset there is none. */
    OptionalInt port();
}
