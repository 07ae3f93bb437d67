package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.greenstack.loadtest.cache.ApiPair;
import io.greenstack.loadtest.cache.CacheRace;

/** Nobody sees what was before a write that has returned, whichever service took it, although Redis goes away and comes back. */
class CacheRaceIT {

    @Test
    void no_answer_is_stale_and_none_fails() throws Exception {
        Path root = Path.of(System.getProperty("greenstack.root", "../..")).toAbsolutePath().normalize();
        try (ApiPair pair = new ApiPair(root, Path.of("target/cache-race").toAbsolutePath(), "192m")) {
            pair.start();
            CacheRace.Report report = new CacheRace(pair, Duration.ofSeconds(21)).run();

            assertThat(report.examples()).isEmpty();
            assertThat(report.stale()).isZero();
            assertThat(report.errors()).isZero();
            assertThat(report.reads()).isGreaterThan(100);
            assertThat(report.notModified()).isPositive();
            assertThat(report.writes()).isGreaterThan(20);
        }
    }
}
