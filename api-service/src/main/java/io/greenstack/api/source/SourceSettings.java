package io.greenstack.api.source;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The library of device descriptions outside. */
@ConfigMapping(prefix = "greenstack.iodd.source")
public interface SourceSettings {

    /** Address: {@code https://...}, {@code http://...}, or {@code file:} with a folder; unset switches all of it off. */
    Optional<String> url();

    /** Whether missing descriptions are fetched without anybody asking. */
    @WithDefault("true")
    boolean automatic();

    /** Proxy as host:port; unset for none. */
    Optional<String> proxy();

    /** Longest time of a request with its answer. */
    @WithDefault("30s")
    Duration timeout();

    /** Largest package. */
    @WithDefault("10M")
    MemorySize maxSize();

    /** Time between two looks for descriptions that are missing. */
    @WithDefault("30s")
    Duration every();

    /** Pause between two descriptions that are fetched by themselves. */
    @WithDefault("5s")
    Duration pause();

    /** How long it is remembered that there is no description, or none that can be used. */
    @WithDefault("24h")
    Duration remember();

    /** First pause while the library is away; each further one is twice as long, up to an hour. */
    @WithDefault("1m")
    Duration retry();
}
