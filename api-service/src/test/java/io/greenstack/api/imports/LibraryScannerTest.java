package io.greenstack.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.greenstack.api.Samples;
import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.imports.ImportFolders.DiskFile;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.eds.EdsFormat;
import io.greenstack.descriptions.iodd.IoddFormat;

/** What a job finds in a library, also in a hostile one. */
class LibraryScannerTest {

    private static final UnitSorter SORTER = new UnitSorter(
            new DescriptionFormats(List.of(new IoddFormat(), new EdsFormat())));

    @TempDir
    Path temporary;

    private final List<ImportUnit> units = new ArrayList<>();
    private final List<ImportedFile> results = new ArrayList<>();

    private void scan(String name, byte[] content, long maxFiles, long maxBytes) throws IOException {
        Path file = Files.write(temporary.resolve(name), content);
        UnitSink sink = new UnitSink() {
            @Override
            public void unit(ImportUnit unit) {
                units.add(unit);
            }

            @Override
            public void results(List<ImportedFile> found) {
                results.addAll(found);
            }

            @Override
            public boolean over() {
                return false;
            }
        };
        new LibraryScanner(SORTER, new ScanBudget(maxFiles, maxBytes), sink, temporary)
                .scan(List.of(new DiskFile(name, file, content.length)));
    }

    private void scan(String name, byte[] content) throws IOException {
        scan(name, content, 10_000, 1L << 30);
    }

    private List<String> mains() {
        return units.stream().flatMap(unit -> unit.paths().stream()).toList();
    }

    private static byte[] noise(int octets) {
        byte[] noise = new byte[octets];
        new Random(3).nextBytes(noise);
        return noise;
    }

    @Test
    void theIoddsOfAFolderOfAZipAreOnePackage() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a/1.xml", Samples.simple(1));
        files.put("a/2.xml", Samples.simple(2));
        files.put("b/3.xml", Samples.simple(3));
        files.put("b/4.eds", ImportFixtures.eds(4, "1", "1", "x"));
        files.put("c/5.eds", ImportFixtures.eds(5, "1", "1", "x"));
        scan("v.zip", Samples.zip(files));
        assertThat(units).extracting(unit -> unit.paths().size()).containsExactly(2, 1, 2);
        assertThat(units.get(2).origin().name()).isEqualTo("v.zip");
        assertThat(units.get(2).origin().within("v.zip!/b/4.eds")).isEqualTo("b/4.eds");
    }

    @Test
    void aFlatCollectionIsNotOnePackage() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i <= UnitSorter.MAX_TOGETHER; i++) {
            files.put(i + ".xml", Samples.simple(i + 1));
        }
        scan("flat.zip", Samples.zip(files));
        assertThat(mains()).hasSize(UnitSorter.MAX_TOGETHER + 1);
        assertThat(units).allSatisfy(unit -> assertThat(unit.paths().size()).isLessThanOrEqualTo(1));
    }

    @Test
    void aLargeZipIsLookedThroughOnDisk() throws IOException {
        Map<String, byte[]> inner = new LinkedHashMap<>();
        inner.put("deep.xml", Samples.simple(1));
        inner.put("noise.pdf", noise(11 << 20));
        Map<String, byte[]> outer = new LinkedHashMap<>();
        outer.put("large.zip", Samples.zip(inner));
        outer.put("x/one.xml", Samples.simple(2));
        outer.put("x/two.xml", Samples.simple(3));
        outer.put("../escape.xml", Samples.simple(4));
        scan("library.zip", Samples.zip(outer));
        assertThat(results).extracting(ImportedFile::code).contains("zip-path");
        outer.remove("../escape.xml");
        results.clear();
        scan("library.zip", Samples.zip(outer));
        assertThat(mains()).containsExactlyInAnyOrder("library.zip!/large.zip!/deep.xml", "library.zip!/x/one.xml",
                "library.zip!/x/two.xml");
        assertThat(results).extracting(ImportedFile::code).containsExactly("other-kind");
        assertThat(temporary.toFile().list()).containsExactly("library.zip");
    }

    @Test
    void bombsAndNestsAreRefusedOneByOne() throws IOException {
        byte[] nest = Samples.zip(Map.of("a.xml", Samples.simple(1)));
        for (int i = 0; i < 5; i++) {
            nest = Samples.zip(Map.of("n" + i + ".zip", nest));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("bomb.zip", Samples.zip(Map.of("bomb.xml", new byte[9 << 20], "more.xml", new byte[9 << 20])));
        files.put("nest.zip", nest);
        files.put("damaged.zip", Arrays.copyOf(Samples.zip(Map.of("a.xml", Samples.simple(2))), 50));
        files.put("good.zip", Samples.zip(Map.of("good.xml", Samples.simple(3))));
        scan("all.zip", Samples.zip(files));
        assertThat(results).extracting(ImportedFile::code).containsExactlyInAnyOrder("zip-bomb", "zip-nesting",
                "zip-damaged");
        assertThat(mains()).containsExactly("all.zip!/good.zip!/good.xml");
    }

    @Test
    void aJobHasABudget() {
        byte[] zip = Samples.zip(Map.of("a.xml", Samples.simple(1), "b.xml", Samples.simple(2)));
        assertThatThrownBy(() -> scan("a.zip", zip, 2, 1L << 30)).isInstanceOf(ScanLimitException.class)
                .hasMessageContaining("2 files");
        assertThatThrownBy(() -> scan("a.zip", zip, 100, 20_000)).isInstanceOf(ScanLimitException.class)
                .hasMessageContaining("20000 bytes");
    }
}
