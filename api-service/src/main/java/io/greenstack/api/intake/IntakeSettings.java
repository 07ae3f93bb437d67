package io.greenstack.api.intake;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How bodies of requests are taken in. */
@ConfigMapping(prefix = "greenstack.http.intake")
interface IntakeSettings {

    /** The least octets that must arrive in each span of {@link #patience()}; a slower body is answered with 408. */
    @WithDefault("8K")
    MemorySize leastPerSpan();

    /** Length of the spans in which the pace of a body is looked at. */
    @WithDefault("5s")
    Duration patience();

    /** The most octets of bodies (not of uploaded files, which go to disk) that are held at once; beyond it 503. */
    @WithDefault("64M")
    MemorySize held();

    /** The most bodies of one address that are taken in at once; further ones are answered with 503. */
    @WithDefault("256")
    int bodiesPerAddress();
}
