package io.greenstack.platform.outbound;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The queue of messages that are to be published. */
@ConfigMapping(prefix = "greenstack.outbound")
public interface OutboundSettings {

    /** Most messages that wait; beyond them appending fails. */
    @WithDefault("100000")
    int maxMessages();

    /** Most payload that waits; beyond it appending fails. */
    @WithDefault("256M")
    MemorySize maxSize();

    /** Most messages that are under way to the broker at the same time. */
    @WithDefault("500")
    int window();

    /** Wait between two looks into a queue that nobody said anything about. */
    @WithDefault("1s")
    Duration idle();

    /** How long a bridge may be silent before another one publishes in its place. */
    @WithDefault("10s")
    Duration lease();
}
