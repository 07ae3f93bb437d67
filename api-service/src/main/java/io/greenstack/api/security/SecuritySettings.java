package io.greenstack.api.security;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may use the API. */
@ConfigMapping(prefix = "greenstack.security")
public interface SecuritySettings {

    /** {@code keys}: every endpoint but health needs an API key; {@code open}: none does, allowed on loopback only. */
    @WithDefault("KEYS")
    Mode mode();

    /** Bootstrap key with the admin scope, 16 characters or more. */
    Optional<String> adminKey();

    /** Key of the edge services with the operator scope, 16 characters or more. */
    Optional<String> edgeKey();

    /** How long a key that was looked up is trusted; a revocation on another replica takes this long to arrive. */
    @WithDefault("1s")
    Duration keyCache();

    /** How long a key goes on that another one takes the place of. */
    @WithDefault("24h")
    Duration rotationOverlap();

    /** How long the first administrator's key lives that the service makes and prints when there is none; 0 = it makes none. */
    @WithDefault("24h")
    Duration firstKey();

    /** The two modes. */
    enum Mode {
        /** API keys. */
        KEYS,
        /** No authentication. */
        OPEN
    }
}
