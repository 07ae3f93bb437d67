package io.greenstack.descriptions.iodd.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.descriptions.iodd.IoddXml;
import io.greenstack.localstack.testing.Corpus;

class StampCheckTest {

    @Test
    void samplesAreStampedRight() {
        assertThat(Corpus.samples()).isNotEmpty().allSatisfy(
                path -> assertThat(StampCheck.ofMainFile(Corpus.bytes(path)).verdict())
                        .isEqualTo(StampVerdict.MATCHES));
    }

    @Test
    void changedFilesDiffer() {
        String sample = new String(Corpus.sample("TP100"), StandardCharsets.UTF_8);

        assertThat(check(sample.replace("Damping", "Dampinh")).verdict()).isEqualTo(StampVerdict.DIFFERS);
        assertThat(check(sample.replace("\n", "\r\n")).verdict()).isEqualTo(StampVerdict.MATCHES_WITH_LF);
        assertThat(check(sample.replaceAll("crc=\"\\d+\"", "crc=\"\"")).verdict()).isEqualTo(StampVerdict.NO_STAMP);
        assertThat(check(sample.replaceAll("crc=\"\\d+\"", "crc=\"99999999999999\"")).stamped()).isNull();
        assertThat(StampCheck.ofMainFile(IoddXml.v11().bytes()).verdict()).isEqualTo(StampVerdict.NO_STAMP);
        assertThat(StampCheck.ofMainFile(new byte[0]).verdict()).isEqualTo(StampVerdict.NO_STAMP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void filesOfUtf16AreCheckedByTheirOctets(String name) {
        Charset charset = Charset.forName(name);
        for (String mark : new String[]{"\uFEFF", ""}) {
            String file = mark + "<IODevice>\r\n<Stamp crc=''/></IODevice>";
            CRC32 crc = new CRC32();
            crc.update(file.getBytes(charset));
            String stamped = file.replace("''", "'" + crc.getValue() + "'");

            assertThat(StampCheck.ofMainFile(stamped.getBytes(charset)).verdict()).isEqualTo(StampVerdict.MATCHES);
            assertThat(StampCheck.ofMainFile(stamped.replace("\r\n", "\n").getBytes(charset)).verdict())
                    .isEqualTo(StampVerdict.MATCHES_WITH_CRLF);
            assertThat(StampCheck.ofMainFile(stamped.replace("IODevice", "IODevicf").getBytes(charset)).verdict())
                    .isEqualTo(StampVerdict.DIFFERS);
        }
    }

    @Test
    void lineEndsThatWereTurnedIntoLfAreNamed() {
        String stamped = "<IODevice>\r\n<Stamp crc='' />\r\n</IODevice>";
        long crc = StampCheck.ofMainFile(stamped.getBytes(StandardCharsets.UTF_8)).computed();

        assertThat(check(stamped.replace("''", "'" + crc + "'")).verdict()).isEqualTo(StampVerdict.MATCHES);
        assertThat(check(stamped.replace("''", "'" + crc + "'").replace("\r\n", "\n")).verdict())
                .isEqualTo(StampVerdict.MATCHES_WITH_CRLF);
    }

    @Test
    void aByteOrderMarkThatWasRemovedOrAddedIsNamed() {
        String file = "\uFEFF<IODevice>\r\n<Stamp crc=''/></IODevice>";
        String stamped = file.replace("''", "'" + check(file).computed() + "'");

        assertThat(check(stamped).verdict()).isEqualTo(StampVerdict.MATCHES);
        assertThat(check(stamped.substring(1)).verdict()).isEqualTo(StampVerdict.MATCHES_WITH_BYTE_ORDER_MARK);
        assertThat(check(stamped.substring(1).replace("\r\n", "\n")).verdict())
                .isEqualTo(StampVerdict.MATCHES_WITH_BYTE_ORDER_MARK);
        String bare = "<IODevice><Stamp crc=''/></IODevice>";
        assertThat(check("\uFEFF" + bare.replace("''", "'" + check(bare).computed() + "'")).verdict())
                .isEqualTo(StampVerdict.MATCHES_WITHOUT_BYTE_ORDER_MARK);
    }

    @Test
    void vendorsFilesAreStampedRight() {
        assertThat(Corpus.iodds()).allSatisfy(path -> {
            if (!path.toString().contains("KMITL")) {
                assertThat(StampCheck.ofMainFile(Corpus.bytes(path)).verdict()).as(path.toString())
                        .isEqualTo(StampVerdict.MATCHES);
            }
        });
    }

    @Test
    void languageFilesGoOnOverTheStampOfTheMainFile() {
        Path folder = Corpus.folder("iodd/official-examples-2024");
        String stem = "IO-Link-04-ExternalLangDevice-20240824-IODD1.1";
        Long main = StampCheck.ofMainFile(Corpus.bytes(folder.resolve(stem + ".xml"))).stamped();

        for (String language : new String[]{"-de.xml", "-zh.xml"}) {
            byte[] file = Corpus.bytes(folder.resolve(stem + language));
            assertThat(StampCheck.ofLanguageFile(file, main).verdict()).isIn(StampVerdict.MATCHES,
                    StampVerdict.MATCHES_WITH_CRLF);
            assertThat(StampCheck.ofLanguageFile(file, main + 1).verdict()).isEqualTo(StampVerdict.DIFFERS);
        }
    }

    private static StampCheck check(String file) {
        return StampCheck.ofMainFile(file.getBytes(StandardCharsets.UTF_8));
    }
}
