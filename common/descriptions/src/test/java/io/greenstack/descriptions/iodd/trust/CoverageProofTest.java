package io.greenstack.descriptions.iodd.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.iodd.IoddXml;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.Source.ExtraNode;
import io.greenstack.descriptions.iodd.model.json.IoddJson;
import io.greenstack.descriptions.iodd.reader.IoddException;
import io.greenstack.descriptions.iodd.reader.IoddLimits;
import io.greenstack.descriptions.iodd.reader.IoddReader;
import io.greenstack.localstack.testing.Corpus;

class CoverageProofTest {

    @Test
    void samplesAreReproducedCompletely() throws IoddException {
        for (Path path : Corpus.samples()) {
            assertComplete(path.toString(), Corpus.bytes(path));
        }
    }

    @Test
    void vendorsFilesAreReproducedCompletely() throws IoddException {
        for (Path path : Corpus.iodds()) {
            assertComplete(path.toString(), Corpus.bytes(path));
        }
    }

    @Test
    void languageFilesAreReproducedCompletely() throws IoddException {
        for (Path path : Corpus.xmlFiles("iodd/official-examples-2024")) {
            if (path.toString().matches(".*-[a-z]{2}\\.xml")) {
                byte[] file = Corpus.bytes(path);
                CoverageReport report = CoverageProof.of(file,
                        IoddReader.readLanguageFile(file, IoddLimits.DEFAULT).document(), IoddLimits.DEFAULT);
                assertThat(report.score()).isEqualTo(1);
            }
        }
    }

    @Test
    void unknownAndDamagedNodesAreReproducedInTheirPlace() throws IoddException {
        byte[] file = IoddXml.v101()
                .datatypes("\n<Datatype id='D' xsi:type='FancyT' bitLength='08 '/><Odd a='1'>x<B/>y</Odd>"
                        + "<Datatype xsi:type='UIntegerT' id='E' bitLength='many'/>")
                .variables("stray<Variable id='V' index='80' accessRights='rx' dynamics='true'><Name textId='TN_Gone'/>"
                        + "<DatatypeRef datatypeId='Q'/><Name textId='T'/><o:Colour xmlns:o='urn:o' o:a='1'/></Variable>text")
                .bytes();

        CoverageReport report = assertComplete("damaged", file);

        assertThat(report.unknown()).extracting("name").contains("Odd", "dynamics", "{urn:o}Colour", "Name");
        assertThat(report.typed()).isLessThan(report.reproduced());
    }

    @Test
    void textsAroundElementsThatDoNotBelongThereStayInTheirPlace() throws IoddException {
        String header = "<ProfileHeader><ProfileRevision>1.<x/>1</ProfileRevision><ProfileName><x/>n</ProfileName>"
                + "</ProfileHeader><ProfileBody>";
        byte[] file = IoddXml.v11().toString().replace("<ProfileBody>", header).getBytes(StandardCharsets.UTF_8);

        CoverageReport report = assertComplete("mixed", file);

        assertThat(report.unknown()).extracting("kind").contains(ExtraNode.Kind.TEXT, ExtraNode.Kind.ELEMENT);
    }

    @Test
    void whatIsMissingInTheModelIsListedWithItsLine() throws IoddException {
        byte[] file = IoddXml.v11().text("A", "one").bytes();
        IoddDescription other = IoddXml.v11().text("A", "two").model();

        CoverageReport report = CoverageProof.of(file, other.device(), IoddLimits.DEFAULT);

        assertThat(report.score()).isLessThan(1).isGreaterThan(0.9);
        assertThat(report.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.path()).endsWith("PrimaryLanguage/Text[2]/@value");
            assertThat(difference.original()).isEqualTo("one");
            assertThat(difference.rebuilt()).isEqualTo("two");
            assertThat(difference.line()).isEqualTo(21);
        });
        CoverageReport less = CoverageProof.of(file, IoddXml.v11().model().device(), IoddLimits.DEFAULT);
        assertThat(less.total() - less.reproduced()).isEqualTo(3);
        CoverageReport more = CoverageProof.of(IoddXml.v11().bytes(), other.device(), IoddLimits.DEFAULT);
        assertThat(more.score()).isLessThan(1);
        assertThat(more.surplus()).isEqualTo(3);
        assertThat(more.differences()).hasSize(3).allSatisfy(d -> assertThat(d.original()).isNull());
    }

    /** The model takes the way through JSON, as the catalog stores it. */
    private static CoverageReport assertComplete(String name, byte[] file) throws IoddException {
        IoddDescription stored = IoddJson.fromJson(IoddJson.toJson(IoddXml.read(file).model()));
        CoverageReport report = CoverageProof.of(file, stored.device(), IoddLimits.DEFAULT);
        assertThat(report.differences()).as(name).isEmpty();
        assertThat(report.score()).as(name).isEqualTo(1);
        assertThat(report.total()).isEqualTo(report.reproduced());
        assertThat(report.elements()).isEqualTo(countOpenTags(file));
        return report;
    }

    private static int countOpenTags(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8).replaceAll("(?s)<!--.*?-->", "");
        int count = 0;
        for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
            count += "/?!".indexOf(text.charAt(i + 1)) < 0 ? 1 : 0;
        }
        return count;
    }
}
