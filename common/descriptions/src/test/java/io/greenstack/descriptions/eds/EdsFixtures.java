package io.greenstack.descriptions.eds;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsFinding;
import io.greenstack.descriptions.eds.reader.EdsReader;
import io.greenstack.descriptions.eds.reader.EdsReader.EdsReading;

/** Files for tests: small ones made up on the spot, the sample of the repository, and the corpus beside it. */
public final class EdsFixtures {

    private EdsFixtures() {}

    /** A file with the mandatory sections and the given text behind them. */
    public static String file(String sections) {
        return """
                [File]
                  DescText = "Test"; CreateDate = 01-31-2026; CreateTime = 10:00:00; Revision = 1.0;
                [Device]
                  VendCode = 65535; VendName = "Nobody"; ProdType = 43; ProdTypeStr = "Generic"; ProdCode = 7;
                  MajRev = 1; MinRev = 2; ProdName = "Thing"; Catalog = "T1";
                [Device Classification]
                  Class1 = EtherNetIP;
                """ + sections;
    }

    /** Reads a text. */
    public static EdsReading read(String text) {
        return EdsReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the mandatory sections and the given text behind them. */
    public static EdsFile model(String sections) {
        return read(file(sections)).model();
    }

    /** The codes of the findings about the mandatory sections and the given text behind them. */
    public static List<String> codes(String sections) {
        return read(file(sections)).findings().stream().map(EdsFinding::code).toList();
    }

    /** The sample of the repository. */
    public static byte[] sample() {
        return bytes(root().resolve("deploy/samples/eds/greenstack-flow-transmitter.eds"));
    }

    /** One file of the corpus; the test is skipped where the corpus is absent. */
    public static byte[] corpus(String name) {
        return bytes(corpusFolder().resolve("eds").resolve(name));
    }

    /** All EtherNet/IP files of the corpus, also those in its ZIP archives, by name. */
    public static Map<String, byte[]> corpus() {
        Map<String, byte[]> files = new TreeMap<>();
        for (Path path : list(corpusFolder().resolve("eds"))) {
            files.put(path.getFileName().toString(), bytes(path));
        }
        for (Path path : list(corpusFolder().resolve("eds/zip"))) {
            unzip(path, files);
        }
        return files;
    }

    /** The files of other formats in the corpus, by name. */
    public static Map<String, byte[]> others() {
        Map<String, byte[]> files = new TreeMap<>();
        for (Path path : list(corpusFolder().resolve("eds-other"))) {
            files.put(path.getFileName().toString(), bytes(path));
        }
        return files;
    }

    private static void unzip(Path path, Map<String, byte[]> files) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(path)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().toLowerCase(java.util.Locale.ROOT).endsWith(".eds")) {
                    files.put(path.getFileName() + "!" + entry.getName(), zip.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path corpusFolder() {
        Path folder = root().resolveSibling("shared").resolve("corpus");
        assumeTrue(Files.isDirectory(folder.resolve("eds")),
                "Skipped: the device files of vendors (../shared/corpus) are not beside the repository");
        return folder;
    }

    private static Path root() {
        Path path = Path.of("").toAbsolutePath();
        while (path != null && !Files.exists(path.resolve("mvnw"))) {
            path = path.getParent();
        }
        return path;
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
