package io.greenstack.platform.master;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** IO-Link masters that the suite reads and writes by itself. */
@ConfigMapping(prefix = "greenstack.masters")
public interface MasterSettings {

    /** Networks in which masters may be, in CIDR notation. */
    @WithDefault("10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7")
    List<String> networks();

    /** Key with which passwords of masters are sealed, 32 octets in Base64; without one masters have no passwords. */
    Optional<String> key();

    /** Broker to which masters publish, as {@code host:port}, as they reach it. */
    Optional<String> broker();

    /** How long a bridge may run masters without renewing its right to. */
    @WithDefault("3s")
    Duration lease();

    /** Longest time for the connection to a master. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** Longest time for the answer of a master. */
    @WithDefault("3s")
    Duration requestTimeout();

    /** Longest pause before a master that is away is asked again. */
    @WithDefault("10s")
    Duration awayMax();
}
