package io.greenstack.platform.config;

import java.time.Duration;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;

/** Circuit breakers by name: {@code greenstack.breaker.<name>.*}. */
@ConfigMapping(prefix = "greenstack.breaker")
public interface BreakerConfig {

    /** Settings of each breaker. */
    @WithParentName
    Map<String, Settings> breakers();

    /** When a breaker opens and for how long. */
    interface Settings {

        /** Consecutive failures that open it. */
        int failures();

        /** Time for which no call is let through. */
        Duration openFor();

        /** Trial calls let through after that time; all must succeed to close it. */
        int trials();
    }
}
