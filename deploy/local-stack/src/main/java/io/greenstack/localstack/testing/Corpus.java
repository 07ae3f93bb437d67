package io.greenstack.localstack.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** Files tests read: the vendors' files in ../shared/corpus, where they are there, and the samples of the repository. */
public final class Corpus {

    private Corpus() {}

    /** A folder of the corpus; the test is skipped, and says so, where the corpus is absent. */
    public static Path folder(String name) {
        Path folder = upwards(Path.of("shared", "corpus").resolve(name));
        Assumptions.assumeTrue(folder != null,
                () -> "skipped: ../shared/corpus/" + name + " is not here; it holds files of vendors");
        return folder;
    }

    /** XML files of a folder of the corpus and below. */
    public static List<Path> xmlFiles(String name) {
        return files(folder(name));
    }

    /** XML files of a folder of the corpus and below, none where the corpus is absent. */
    public static List<Path> optional(String name) {
        Path folder = upwards(Path.of("shared", "corpus").resolve(name));
        return folder == null ? List.of() : files(folder);
    }

    /** All device descriptions of the corpus that must import. */
    public static List<Path> iodds() {
        return Stream.of("iodd/single", "iodd/packages", "iodd/official-examples-2024").map(Corpus::xmlFiles)
                .flatMap(List::stream).filter(path -> !path.toString().matches(".*-[a-z]{2}\\.xml")).toList();
    }

    /** The hand-written samples of the repository. */
    public static List<Path> samples() {
        return files(upwards(Path.of("deploy", "samples", "iodd")));
    }

    /** A sample by a part of its name. */
    public static byte[] sample(String name) {
        return bytes(samples().stream().filter(path -> path.getFileName().toString().contains(name)).findFirst()
                .orElseThrow());
    }

    /** The bytes of a file. */
    public static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new AssertionError(path.toString(), e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(".xml")).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(folder.toString(), e);
        }
    }

    private static Path upwards(Path path) {
        Path base = Path.of("").toAbsolutePath();
        while (base != null) {
            if (Files.isDirectory(base.resolve(path))) {
                return base.resolve(path);
            }
            base = base.getParent();
        }
        return null;
    }
}
