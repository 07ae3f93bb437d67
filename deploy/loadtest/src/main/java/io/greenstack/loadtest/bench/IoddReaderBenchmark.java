package io.greenstack.loadtest.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

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

import io.greenstack.descriptions.iodd.reader.IoddException;
import io.greenstack.descriptions.iodd.reader.IoddLimits;
import io.greenstack.descriptions.iodd.reader.IoddReader;

/**
 * Reading IODDs, next to bare StAX reading of the same files as the limit: no reader on top of StAX can be faster. One
 * operation reads all files once, one after the other; {@code megabytes} is the throughput in MB/s. {@code cold} and
 * {@code coldStax} are the first pass of a new JVM, in milliseconds for all files; the size of all files is printed.
 *
 * <p>The files are those of the folder {@code -Diodd.files}, else of the corpus of vendors' files beside the repository,
 * else the samples of the repository.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
public class IoddReaderBenchmark {

    private static final int MEGABYTE = 1_000_000;

    private final List<byte[]> files = new ArrayList<>();
    private double megabytes;

    /** Bytes that were read. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Volume {

        /** Megabytes of XML. */
        public double megabytes;
    }

    /** Loads the files into memory, so that no disk is measured. */
    @Setup
    public void load() throws IOException {
        try (Stream<Path> paths = Files.walk(folder())) {
            for (Path path : paths.filter(file -> file.toString().endsWith(".xml")).sorted().toList()) {
                byte[] content = Files.readAllBytes(path);
                if (isMainFile(path, content)) {
                    files.add(content);
                    megabytes += (double) content.length / MEGABYTE;
                }
            }
        }
        System.out.printf(Locale.ROOT, "%d files, %.3f MB%n", files.size(), megabytes);
    }

    private static Path folder() {
        String given = System.getProperty("iodd.files");
        if (given != null) {
            return Path.of(given);
        }
        for (Path base = Path.of("").toAbsolutePath(); base != null; base = base.getParent()) {
            Path samples = base.resolve("deploy/samples/iodd");
            if (Files.isDirectory(samples)) {
                return corpus(base).orElse(samples);
            }
        }
        throw new IllegalStateException("Run this within the repository, or name a folder by -Diodd.files");
    }

    private static Optional<Path> corpus(Path repository) {
        return Stream.iterate(repository, Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared/corpus/iodd")).filter(Files::isDirectory).findFirst();
    }

    /** Tells main files without using the reader, which must be cold for the cold benchmark. */
    private static boolean isMainFile(Path file, byte[] content) {
        return !file.toString().contains("negative")
                && new String(content, StandardCharsets.ISO_8859_1).contains("</IODevice>");
    }

    /** The reader, warm. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @Warmup(iterations = 5, time = 2)
    @Measurement(iterations = 5, time = 2)
    public void warm(Volume volume, Blackhole sink) throws IoddException {
        read(sink);
        volume.megabytes += megabytes;
    }

    /** StAX alone, warm. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @Warmup(iterations = 5, time = 2)
    @Measurement(iterations = 5, time = 2)
    public void warmStax(Volume volume, Blackhole sink) throws XMLStreamException {
        stax(sink);
        volume.megabytes += megabytes;
    }

    /** The first pass of the reader in a new JVM. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(5)
    public void cold(Blackhole sink) throws IoddException {
        read(sink);
    }

    /** The first pass of StAX alone in a new JVM. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(5)
    public void coldStax(Blackhole sink) throws XMLStreamException {
        stax(sink);
    }

    private void read(Blackhole sink) throws IoddException {
        for (byte[] file : files) {
            sink.consume(IoddReader.read(file, IoddLimits.DEFAULT));
        }
    }

    private void stax(Blackhole sink) throws XMLStreamException {
        for (byte[] file : files) {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    sink.consume(xml.getLocalName());
                    for (int i = 0; i < xml.getAttributeCount(); i++) {
                        sink.consume(xml.getAttributeLocalName(i));
                        sink.consume(xml.getAttributeValue(i));
                    }
                }
            }
        }
    }
}
