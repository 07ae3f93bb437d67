package io.greenstack.api.limit;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much may be asked. Each principal has a bucket for each of these; the defaults stand in the properties file. */
@ConfigMapping(prefix = "greenstack.limits")
public interface LimitSettings {

    /** What a principal reads. */
    Rate reads();

    /** What a principal changes. */
    Rate writes();

    /** Files that a principal sends. */
    Rate uploads();

    /** What the edge services ask, of whatever kind. */
    Rate services();

    /** What an address asks without being known. */
    Rate strangers();

    /** Keys that an address tries and that were not right within the last hour. */
    Rate unknownKeys();

    /** A token bucket. */
    interface Rate {

        /** Requests a second in the long run. */
        double perSecond();

        /** Requests at once after a pause. */
        int burst();
    }

    /** Longest wait for Redis; beyond it this replica counts alone. */
    @WithDefault("50ms")
    Duration patience();

    /** How long this replica counts alone before it asks Redis again. */
    @WithDefault("1s")
    Duration aloneFor();

    /** Live streams that a principal may have open, at all replicas together. */
    @WithDefault("100")
    int streams();

    /** How long the streams of a replica that died still count. */
    @WithDefault("30s")
    Duration streamLease();
}
