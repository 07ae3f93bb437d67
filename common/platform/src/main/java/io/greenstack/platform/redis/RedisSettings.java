package io.greenstack.platform.redis;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long Redis may take. The address stands in {@code quarkus.redis.*}. */
@ConfigMapping(prefix = "greenstack.redis")
interface RedisSettings {

    /** What answers at the address: one server, or a cluster, where keys that belong together get names with braces. */
    @WithDefault("standalone")
    Type type();

    enum Type {
        STANDALONE, CLUSTER
    }

    /** Longest wait for the answers of one pipelined round trip. */
    @WithDefault("3s")
    Duration commandTimeout();

    /** How often Redis is asked whether it is back, while its breaker is open. */
    @WithDefault("1s")
    Duration probeEvery();
}
