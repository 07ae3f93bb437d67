package io.greenstack.api.generate;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Addresses of the suite as generated files are to have them. */
@ConfigMapping(prefix = "greenstack.generate")
interface GenerateSettings {

    /** URL of the API; where it is not set, that of the request. */
    Optional<String> apiUrl();

    /** Host of the broker. */
    @WithDefault("localhost")
    String brokerHost();

    /** Port of the broker. */
    @WithDefault("1883")
    int brokerPort();

    /** First level of the topics, as the edge services have it. */
    @WithDefault("devices")
    String topicPrefix();
}
