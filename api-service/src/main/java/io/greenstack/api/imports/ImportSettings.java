package io.greenstack.api.imports;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Import jobs. */
@ConfigMapping(prefix = "greenstack.imports")
interface ImportSettings {

    /** Folders that jobs may be asked over HTTP to import from, with what lies below them; none = not over HTTP. */
    Optional<List<String>> folder();

    /** Where uploads wait for their job; default: the temporary folder of the system. */
    Optional<String> spool();

    /** Packages read and stored at the same time; 0 = one for each processor. */
    @WithDefault("0")
    int workers();

    /** Jobs that may wait while one is running; a further one is answered with 429. */
    @WithDefault("4")
    int queue();

    /** Ended jobs that are remembered. */
    @WithDefault("200")
    int remembered();

    /** Most files of one job, those of all archives together. */
    @WithDefault("1000000")
    long maxFiles();

    /** Most inflated octets of one job, all files together. */
    @WithDefault("64G")
    MemorySize maxInflated();

    /** Octets of packages that are unpacked and not stored yet; bounds the memory of a job. */
    @WithDefault("48M")
    MemorySize buffer();

    /** How often the state of a running job is written down. */
    @WithDefault("500ms")
    Duration checkpoint();

    /** After this time without a sign of life a job counts as interrupted, whichever instance ran it. */
    @WithDefault("60s")
    Duration silence();
}
