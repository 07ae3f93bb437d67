package io.greenstack.loadtest.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

import io.greenstack.descriptions.eds.reader.EdsReader;

/**
 * Reading and checking EDS files. One operation reads all files once, one after the other; {@code megabytes} is the
 * throughput in MB/s. {@code cold} is the first pass of a new JVM, in milliseconds for all files; their size is printed.
 *
 * <p>The files are those of the folder {@code -Deds.files}, else of the corpus of vendors' files beside the repository,
 * else the samples of the repository.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
public class EdsReaderBenchmark {

    private static final int MEGABYTE = 1_000_000;

    private final List<byte[]> files = new ArrayList<>();
    private double megabytes;

    /** Octets that were read. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Volume {

        /** Megabytes of text. */
        public double megabytes;
    }

    /** Loads the files into memory, so that no disk is measured. */
    @Setup
    public void load() throws IOException {
        try (Stream<Path> paths = Files.walk(folder())) {
            for (Path path : paths.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".eds")).sorted()
                    .toList()) {
                byte[] content = Files.readAllBytes(path);
                files.add(content);
                megabytes += (double) content.length / MEGABYTE;
            }
        }
        System.out.printf(Locale.ROOT, "%d files, %.3f MB%n", files.size(), megabytes);
    }

    private static Path folder() {
        String given = System.getProperty("eds.files");
        if (given != null) {
            return Path.of(given);
        }
        for (Path base = Path.of("").toAbsolutePath(); base != null; base = base.getParent()) {
            Path samples = base.resolve("deploy/samples/eds");
            if (Files.isDirectory(samples)) {
                Path corpus = base.resolveSibling("shared").resolve("corpus/eds");
                return Files.isDirectory(corpus) ? corpus : samples;
            }
        }
        throw new IllegalStateException("Run this within the repository, or name a folder by -Deds.files");
    }

    /** The reader, warm. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @Warmup(iterations = 5, time = 2)
    @Measurement(iterations = 5, time = 2)
    public void warm(Volume volume, Blackhole sink) {
        read(sink);
        volume.megabytes += megabytes;
    }

    /** The first pass in a new JVM. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(5)
    public void cold(Blackhole sink) {
        read(sink);
    }

    private void read(Blackhole sink) {
        for (byte[] file : files) {
            sink.consume(EdsReader.read(file));
        }
    }
}
