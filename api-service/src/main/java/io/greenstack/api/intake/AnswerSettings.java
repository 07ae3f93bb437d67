package io.greenstack.api.intake;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How answers are handed out. */
@ConfigMapping(prefix = "greenstack.http.answers")
interface AnswerSettings {

    /** The least octets of an answer that a client must take in each span of {@link #patience()}; a slower one is cut off. */
    @WithDefault("8K")
    MemorySize leastPerSpan();

    /** Length of the spans in which the pace of a reader is looked at. */
    @WithDefault("20s")
    Duration patience();
}
