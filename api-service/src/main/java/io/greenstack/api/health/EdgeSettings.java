package io.greenstack.api.health;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the edge services are. */
@ConfigMapping(prefix = "greenstack.edge")
interface EdgeSettings {

    /** Address of mqtt-bridge; every address its name resolves to is an instance. Unset if there is none. */
    Optional<URI> bridgeUrl();

    /** Address of influx-ingestion, likewise. */
    Optional<URI> ingestionUrl();

    /** Time allowed for an answer. */
    @WithDefault("2s")
    Duration timeout();
}
