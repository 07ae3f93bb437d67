package io.greenstack.descriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.descriptions.DescriptionFormat.SortedFiles;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.archive.ArchiveException;
import io.greenstack.descriptions.archive.ArchiveLimits;
import io.greenstack.descriptions.eds.EdsFormat;
import io.greenstack.descriptions.iodd.IoddFormat;
import io.greenstack.descriptions.iodd.IoddXml;
import io.greenstack.localstack.testing.Corpus;

class DescriptionFormatsTest {

    private static final DescriptionFormats FORMATS = new DescriptionFormats(
            List.of(new IoddFormat(), new EdsFormat()));
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0};
    private static final String MAIN = IoddXml.v11().tail("<!-- \"a-pic.png\" -->").toString();
    private static final String LANGUAGE = "<ExternalTextDocument><Language xml:lang='de'/></ExternalTextDocument>";

    @Test
    void takesASingleXmlFileAsItIs() throws ArchiveException {
        SortedFiles archive = open(MAIN.getBytes(StandardCharsets.UTF_8));

        assertThat(archive.packages()).singleElement().satisfies(p -> {
            assertThat(p.main().path()).isEqualTo("upload");
            assertThat(p.languages()).isEmpty();
        });
    }

    @Test
    void sortsAPackage() throws ArchiveException {
        SortedFiles archive = open(Zips.zip().with("ACME-1-IODD1.1-DE.XML", LANGUAGE).with("a-pic.png", PNG)
                .with("ACME-1-IODD1.1.xml", MAIN).with("__MACOSX/._a-pic.png", PNG).with("Thumbs.db", "x")
                .with("sub/readme.txt", "hello").bytes());

        assertThat(archive.packages()).singleElement().satisfies(p -> {
            assertThat(p.main().name()).isEqualTo("ACME-1-IODD1.1.xml");
            assertThat(p.languages()).extracting(ArchiveEntry::name).containsExactly("ACME-1-IODD1.1-DE.XML");
            assertThat(p.assets()).extracting(ArchiveEntry::path).containsExactly("a-pic.png", "sub/readme.txt");
            assertThat(p.assets().get(0).content()).isEqualTo(PNG);
        });
        assertThat(archive.refused()).isEmpty();
    }

    @Test
    void tellsFilesByContentNotByName() throws ArchiveException {
        SortedFiles archive = open(Zips.zip().with("renamed.iodd", MAIN).with("renamed.xml", LANGUAGE)
                .with("inner.bin", Zips.zip().with("deep/device.dat", MAIN).bytes()).bytes());

        assertThat(archive.packages()).extracting(p -> p.main().path()).containsExactly("renamed.iodd",
                "inner.bin!/deep/device.dat");
        assertThat(archive.packages().get(0).languages()).hasSize(1);
    }

    @Test
    void sortsSeveralDevicesOfAFolder() throws ArchiveException {
        SortedFiles archive = open(Zips.zip().with("x/A-IODD1.1.xml", MAIN)
                .with("x/B-IODD1.1.xml", MAIN.replace("a-pic", "b-pic")).with("x/A-IODD1.1-de.xml", LANGUAGE)
                .with("x/C-IODD1.1-de.xml", LANGUAGE).with("x/A-PIC.png", PNG).with("x/b-pic.png", PNG)
                .with("x/other.pdf", "%PDF").bytes());

        Map<String, DescriptionPackage> byName = new java.util.HashMap<>();
        archive.packages().forEach(p -> byName.put(p.main().name(), p));
        assertThat(byName.get("A-IODD1.1.xml").languages()).hasSize(1);
        assertThat(byName.get("A-IODD1.1.xml").assets()).extracting(ArchiveEntry::name).containsExactly("A-PIC.png");
        assertThat(byName.get("B-IODD1.1.xml").assets()).extracting(ArchiveEntry::name).containsExactly("b-pic.png");
        assertThat(archive.refused()).extracting(RefusedEntry::code).containsExactly("language-orphan");
        assertThat(archive.others()).extracting(ArchiveEntry::name).containsExactly("other.pdf");
    }

    @Test
    void aLanguageFileOfSomethingElseIsNoneOfTheDevice() throws ArchiveException {
        SortedFiles archive = open(Zips.zip().with("device.xml", MAIN)
                .with("IODD-StandardDefinitions1.1-de.xml", "<ExternalTextDocument xmlns="
                        + "'http://www.io-link.com/IODD/2010/10'><Language xml:lang='de'>"
                        + "<Text id='T_q' value='x'/></Language></ExternalTextDocument>")
                .bytes());

        assertThat(archive.packages().get(0).languages()).isEmpty();
        assertThat(archive.refused()).extracting(RefusedEntry::code).containsExactly("language-of-other");
        assertThat(FORMATS.isOtherFormat("language-of-other")).isTrue();
    }

    @Test
    void listsWhatItCannotUseBesideWhatItCan() throws ArchiveException {
        SortedFiles archive = open(Zips.zip().with("good.xml", MAIN).with("other.xml", "<html/>")
                .with("broken.xml", "<IODevice").with("empty.xml", "").with("fake.xml", PNG).bytes());

        assertThat(archive.packages()).hasSize(1);
        assertThat(archive.refused()).extracting(entry -> entry.path() + " " + entry.code()).containsExactlyInAnyOrder(
                "other.xml wrong-root", "broken.xml xml-malformed", "empty.xml empty-file", "fake.xml not-xml");
    }

    @Test
    void readsNamesThatAreNotUtf8() throws ArchiveException {
        SortedFiles archive = open(
                Zips.zip(StandardCharsets.ISO_8859_1).with("Gerät.xml", MAIN).bytes());

        assertThat(archive.packages()).extracting(p -> p.main().name()).containsExactly("Gerät.xml");
    }

    @Test
    void refusesEmptyLargeAndForeignUploads() {
        assertThat(refusal(new byte[0]).code()).isEqualTo("empty-file");
        assertThat(refusal(new byte[ArchiveLimits.DEFAULT.maxUploadBytes() + 1]).code()).isEqualTo("too-large");
        assertThat(refusal(PNG)).hasMessageContaining("PNG").extracting(ArchiveException::code).isEqualTo("not-xml");
        assertThat(refusal("[File]\n".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("EDS");
        assertThat(refusal(Zips.zip().bytes()).code()).isEqualTo("zip-empty");
        assertThat(refusal(Zips.zip().with("x.xml", "<html/>").bytes())).hasMessageContaining("x.xml")
                .hasMessageContaining("web page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.xml", "/etc/passwd", "a/../../b", "C:\\evil.xml", "..\\evil.xml", "a\u0000b"})
    void refusesNamesThatLeadOut(String name) {
        ArchiveException refusal = refusal(Zips.zip().with("good.xml", MAIN).with(name, MAIN).bytes());

        assertThat(refusal.code()).isEqualTo("zip-path");
    }

    @Test
    void refusesBombs() {
        byte[] zeros = new byte[40 << 20];
        assertThat(refusal(Zips.zip().with("big.xml", zeros).bytes()).code()).isEqualTo("zip-bomb");
        Zips many = Zips.zip();
        for (int i = 0; i < 40; i++) {
            many.with("f" + i, new byte[1 << 20]);
        }
        byte[] inner = many.bytes();
        assertThat(refusal(Zips.zip().with("inner.zip", inner).bytes()).code()).isEqualTo("zip-bomb");
        Zips entries = Zips.zip();
        for (int i = 0; i <= ArchiveLimits.DEFAULT.maxEntries(); i++) {
            entries.with("f" + i, new byte[0]);
        }
        assertThat(refusal(entries.bytes()).code()).isEqualTo("zip-entries");
    }

    @Test
    void refusesArchivesNestedTooDeep() {
        byte[] third = Zips.zip().with("a.xml", MAIN).bytes();
        byte[] second = Zips.zip().with("third.zip", third).bytes();
        byte[] first = Zips.zip().with("second.zip", second).bytes();
        byte[] outer = Zips.zip().with("first.zip", first).bytes();

        assertThat(refusal(Zips.zip().with("outer.zip", outer).bytes()).code()).isEqualTo("zip-nesting");
    }

    @Test
    void refusesDamagedEncryptedAndAmbiguousArchives() {
        byte[] good = Zips.zip().with("a.xml", MAIN).with("b.xml", MAIN).bytes();
        assertThat(refusal(Arrays.copyOf(good, good.length / 2)).code()).isEqualTo("zip-damaged");
        assertThat(refusal(Arrays.copyOf(good, good.length - 10)).code()).isEqualTo("zip-damaged");
        byte[] encrypted = good.clone();
        encrypted[6] |= 1;
        assertThat(refusal(encrypted).code()).isEqualTo("zip-encrypted");
        byte[] flipped = good.clone();
        flipped[80] ^= 0x55;
        assertThat(refusal(flipped).code()).isEqualTo("zip-damaged");
        byte[] hidden = good.clone();
        hidden[hidden.length - 22 + 10] = 1;
        assertThat(refusal(hidden).code()).isEqualTo("zip-damaged");
        assertThat(refusal(Zips.zip().with("a.xml", MAIN).with("A.XML", MAIN).bytes()).code())
                .isEqualTo("zip-duplicate");
    }

    @Test
    void opensAGenuinePackage() throws ArchiveException {
        Path file = Corpus.folder("iodd/zip").resolve("ifm-000174-20210526-IODD1.1.zip");

        SortedFiles archive = FORMATS.open("ifm.zip", Corpus.bytes(file), ArchiveLimits.DEFAULT, null);

        assertThat(archive.packages()).isNotEmpty()
                .allSatisfy(p -> assertThat(IoddXml.read(p.main().content()).model().vendorId()).isEqualTo(310));
        assertThat(archive.refused()).isEmpty();
    }

    private static SortedFiles open(byte[] bytes) throws ArchiveException {
        return FORMATS.open("upload", bytes, ArchiveLimits.DEFAULT, null);
    }

    private static ArchiveException refusal(byte[] bytes) {
        ArchiveException refusal = catchThrowableOfType(ArchiveException.class, () -> open(bytes));
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.getMessage()).isNotBlank().doesNotContain("(null)");
        return refusal;
    }
}
