package io.greenstack.api.search;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of searches. */
@ConfigMapping(prefix = "greenstack.search")
interface SearchSettings {

    /** Time after which a statement of a search is given up, and the search answered with 504. */
    @WithDefault("2s")
    Duration timeout();
}
