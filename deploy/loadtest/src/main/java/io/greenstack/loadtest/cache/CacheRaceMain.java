package io.greenstack.loadtest.cache;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The race, as long as the property {@code race.seconds} says (60). {@code race.timeout} (50ms) is how long the cache waits for
 * Redis: on a slow machine the cache takes part only with a longer one. Exit code 1 if anything was stale or failed.
 */
public final class CacheRaceMain {

    private CacheRaceMain() {}

    public static void main(String... arguments) throws Exception {
        Path root = Path.of(System.getProperty("greenstack.root", "")).toAbsolutePath();
        CacheRace.Report report;
        try (ApiPair pair = new ApiPair(root, Files.createTempDirectory("greenstack-cache-race"), "256m")) {
            pair.start();
            report = new CacheRace(pair, Duration.ofSeconds(Integer.getInteger("race.seconds", 60))).run();
        }
        report.examples().forEach(System.out::println);
        System.out.printf("%d reads (%d of them 304), %d writes, %d stale, %d errors; calls of the caches %s%n",
                report.reads(),
                report.notModified(), report.writes(), report.stale(), report.errors(), report.calls());
        System.exit(report.stale() == 0 && report.errors() == 0 ? 0 : 1);
    }
}
