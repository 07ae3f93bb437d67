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

    /** How much a principal may ask. */
    RateLimit rateLimit();

    /** How much a principal may ask of one replica. */
    interface RateLimit {

        /** Requests a second in the long run. */
        @WithDefault("500")
        int requestsPerSecond();

        /** Requests at once after a pause. */
        @WithDefault("2000")
        int burst();

        /** Keys that were never seen to be right, that one address may try a second in the long run. */
        @WithDefault("5")
        int unknownKeysPerSecond();

        /** The same at once after a pause. */
        @WithDefault("100")
        int unknownKeysBurst();
    }

    /** The two modes. */
    enum Mode {
        /** API keys. */
        KEYS,
        /** No authentication. */
        OPEN
    }
}
