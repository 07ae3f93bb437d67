package io.greenstack.descriptions.iodd.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.iodd.IoddXml;
import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.json.IoddJson;
import io.greenstack.descriptions.iodd.reader.IoddException;
import io.greenstack.descriptions.iodd.reader.IoddLimits;
import io.greenstack.descriptions.iodd.reader.IoddReader;
import io.greenstack.descriptions.iodd.trust.TrustReport.ReportedFinding;
import io.greenstack.descriptions.iodd.trust.TrustReporter.OriginalFile;
import io.greenstack.localstack.testing.Corpus;

class TrustReporterTest {

    private static final String LANGUAGE_FILE = """
            <ExternalTextDocument xmlns='http://www.io-link.com/IODD/2010/10'>
            <Language xml:lang='de'><Text id='T_Name' value='Pruefling'/></Language>
            <Stamp crc='%s'><Checker name='Hand' version='V1'/></Stamp></ExternalTextDocument>""";

    @Test
    void aSoundFileScoresExactlyOneHundred() throws IoddException {
        TrustReport report = report(Corpus.sample("TP100"));

        assertThat(report.score().percent()).isEqualTo(100);
        assertThat(report.score().reproduced()).isEqualTo(report.score().total()).isGreaterThan(500);
        assertThat(report.stamp().verdict()).isEqualTo("matches");
        assertThat(report.stamp().checkerName()).isEqualTo("GreenStack example");
        assertThat(report.findings()).isEmpty();
        assertThat(report.findingCounts()).containsExactly(java.util.Map.entry("error", 0),
                java.util.Map.entry("warning", 0), java.util.Map.entry("info", 0));
        TrustReport.Coverage coverage = report.files().get(0).coverage();
        assertThat(coverage.typed()).isEqualTo(coverage.score().total());
        assertThat(coverage.kinds()).extracting("name").contains("RecordItem", "RecordItem/@bitOffset",
                "ProfileRevision/#text");
        assertThat(coverage.kinds().stream().mapToInt(CoverageReport.NodeKind::count).sum())
                .isEqualTo(coverage.elements() + coverage.attributes() + coverage.texts());
    }

    @Test
    void whatHasNoPlaceInTheModelIsCountedAndListed() throws IoddException {
        TrustReport report = report(IoddXml.v11()
                .variables("\n<Variable id='V' index='80' accessRights='rw' dynamics='true'>"
                        + "<Datatype xsi:type='UIntegerT' bitLength='x8'/><Name textId='T_Name'/></Variable>")
                .tail("<Extension a='1'><B/>text</Extension>").bytes());

        TrustReport.Coverage coverage = report.files().get(0).coverage();
        assertThat(report.score().percent()).isEqualTo(100);
        // dynamics, bitLength, Extension, its attribute, B and the text
        assertThat(coverage.kept()).isEqualTo(6);
        assertThat(coverage.notRepresented()).extracting("kind", "path", "nodes").contains(
                tuple("element", "IODevice/Extension", 4),
                tuple("attribute",
                        "IODevice/ProfileBody/DeviceFunction/VariableCollection/Variable/@dynamics", 1));
        assertThat(coverage.kinds()).filteredOn(kind -> "Variable/@dynamics".equals(kind.name())).singleElement()
                .satisfies(kind -> {
                    assertThat(kind.reproduced()).isEqualTo(1);
                    assertThat(kind.typed()).isZero();
                });
        assertThat(report.findings()).extracting(ReportedFinding::code, ReportedFinding::line).contains(
                tuple("unknown-attribute", 9), tuple("bad-value", 9), tuple("stamp-missing", 1));
        assertThat(report.findings()).filteredOn(finding -> "unknown-attribute".equals(finding.code()))
                .singleElement().satisfies(finding -> assertThat(finding.message()).contains("Probably dynamic is"));
        assertThat(report.findings()).allSatisfy(finding -> assertThat(finding.line()).isPositive());
    }

    @Test
    void aModelThatLostOrReorderedSomethingScoresLess() throws IoddException {
        IoddXml two = IoddXml.v11().text("A", "a").text("B", "b");
        byte[] file = two.bytes();
        IoddDescription reordered = IoddXml.v11().text("B", "b").text("A", "a").model();
        IoddDescription less = IoddXml.v11().text("A", "a").model();
        IoddDescription more = IoddXml.v11().text("A", "a").text("B", "b").text("C", "c").model();

        assertThat(report(file, two.model()).score().percent()).isEqualTo(100);
        for (IoddDescription other : List.of(reordered, less, more)) {
            TrustReport.Score score = report(file, other).score();
            assertThat(score.percent()).isLessThan(100).isGreaterThan(80);
            assertThat(score.percent()).isEqualTo(100.0 * score.reproduced() / score.total());
        }
    }

    @Test
    void nodesInAnotherOrderAreNotReproduced() throws IoddException {
        String menus = "<Menu id='M'>%s</Menu><Menu id='N'/>";
        String item = "<VariableRef variableId='V'/>";
        String menu = "<MenuRef menuId='N'/>";
        byte[] file = IoddXml.v11().menus("M", menus.formatted(item + menu)).bytes();
        IoddDescription swapped = IoddXml.v11().menus("M", menus.formatted(menu + item)).model();

        CoverageReport report = CoverageProof.of(file, swapped.device(), IoddLimits.DEFAULT);

        assertThat(report.score()).isLessThan(1);
        assertThat(report.surplus()).isZero();
    }

    @Test
    void languageFilesHaveAStampAndACoverageOfTheirOwn() throws IoddException {
        byte[] main = Corpus.sample("TP100");
        Long stamp = StampCheck.ofMainFile(main).stamped();
        byte[] unstamped = LANGUAGE_FILE.formatted("").getBytes(StandardCharsets.UTF_8);
        long crc = StampCheck.ofLanguageFile(unstamped, stamp).computed();
        byte[] german = LANGUAGE_FILE.formatted(crc).getBytes(StandardCharsets.UTF_8);
        ExternalTextDocument document = IoddReader.readLanguageFile(german, IoddLimits.DEFAULT).document();
        IoddDescription model = IoddXml.read(main).model();

        TrustReport stored = TrustReporter.of(new OriginalFile("m.xml", main), List.of(new OriginalFile("m-de.xml",
                german)), model.withLanguageFiles(List.of(document)), IoddLimits.DEFAULT);
        assertThat(stored.files().get(1).stamp().verdict()).isEqualTo("matches");
        assertThat(stored.files().get(1).language()).isEqualTo("de");
        assertThat(stored.score().percent()).isEqualTo(100);
        assertThat(stored.findings()).extracting(ReportedFinding::file, ReportedFinding::code)
                .contains(tuple("m-de.xml", "missing-translation"));

        TrustReport lost = TrustReporter.of(new OriginalFile("m.xml", main), List.of(new OriginalFile("m-de.xml",
                german), new OriginalFile("m-fr.xml", "<x".getBytes(StandardCharsets.UTF_8))), model,
                IoddLimits.DEFAULT);
        assertThat(lost.score().percent()).isLessThan(100);
        assertThat(lost.files().get(1).coverage().score().reproduced()).isZero();
        assertThat(lost.findings()).extracting(ReportedFinding::file, ReportedFinding::code).contains(
                tuple("m-de.xml", "language-not-stored"), tuple("m-fr.xml", "xml-malformed"));
    }

    @Test
    void filesOfTheCorpusScoreOneHundredOrSayWhy() {
        List<Path> files = new ArrayList<>(Corpus.iodds());
        assertThat(files).isNotEmpty().allSatisfy(path -> {
            TrustReport report = report(Corpus.bytes(path));
            assertThat(report.score().percent()).isEqualTo(100);
            if (!path.toString().contains("KMITL")) {
                assertThat(report.findings()).as(path.toString()).isEmpty();
                assertThat(report.files().get(0).coverage().kept()).isZero();
            } else {
                assertThat(report.findings()).extracting(ReportedFinding::code).contains("own-units", "stamp-differs",
                        "unknown-attribute", "dangling-text", "unused-text");
            }
        });
    }

    private static TrustReport report(byte[] file) throws IoddException {
        return report(file, IoddJson.fromJson(IoddJson.toJson(IoddXml.read(file).model())));
    }

    private static TrustReport report(byte[] file, IoddDescription stored) throws IoddException {
        return TrustReporter.of(new OriginalFile("device.xml", file), List.of(), stored, IoddLimits.DEFAULT);
    }
}
