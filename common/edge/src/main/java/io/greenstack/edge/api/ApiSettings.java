package io.greenstack.edge.api;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How to reach the api-service. */
@ConfigMapping(prefix = "greenstack.api")
interface ApiSettings {

    /** Address of the api-service, without {@code /api}. */
    @WithDefault("http://localhost:8080")
    URI baseUrl();

    /** API key, sent as {@code X-API-Key}; needs the scope operator. */
    Optional<String> key();

    /** Time allowed for the TCP connection. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** Time allowed for an answer. */
    @WithDefault("5s")
    Duration requestTimeout();
}
