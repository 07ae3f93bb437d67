package io.greenstack.descriptions.iodd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.ParameterKey;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.descriptions.Finding;
import io.greenstack.descriptions.iodd.layout.IoddLayoutCompiler;
import io.greenstack.descriptions.iodd.layout.IoddLayoutCompiler.LayoutCompilation;
import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.json.IoddJson;
import io.greenstack.descriptions.iodd.reader.IoddException;
import io.greenstack.descriptions.iodd.reader.IoddLimits;
import io.greenstack.descriptions.iodd.reader.IoddReader;
import io.greenstack.descriptions.iodd.reader.IoddReader.IoddReading;
import io.greenstack.descriptions.iodd.standard.IoddTexts;
import io.greenstack.descriptions.iodd.standard.IoddVariables;
import io.greenstack.localstack.testing.Corpus;

/** All device descriptions of the corpus. */
class CorpusTest {

    @Test
    void everyDescriptionImports() {
        assertThat(Corpus.iodds()).hasSizeGreaterThan(34).allSatisfy(path -> {
            IoddReading reading = IoddXml.read(Corpus.bytes(path));
            assertThat(reading.model().variables()).isNotEmpty();
            assertThat(IoddTexts.primary(reading.model()).label(reading.model().variants().get(0).anyName()))
                    .isNotEmpty();
            if (!path.toString().contains("KMITL")) {
                assertThat(reading.findings()).as(path.toString()).isEmpty();
            }
        });
    }

    @Test
    void everyStandardVariableResolves() {
        assertThat(Corpus.iodds()).allSatisfy(path -> assertThat(
                IoddVariables.of(IoddXml.read(Corpus.bytes(path)).model()).all()).allSatisfy(variable -> {
                    assertThat(variable.index()).as(variable.id()).isNotNull();
                    assertThat(variable.datatype()).as(variable.id()).isNotNull();
                    assertThat(variable.name()).as(variable.id()).isNotNull();
                }));
    }

    @Test
    void everyProcessDataCompilesAndDecodes() {
        int frames = 0;
        for (Path path : Corpus.iodds()) {
            IoddDescription model = IoddXml.read(Corpus.bytes(path)).model();
            LayoutCompilation compilation = IoddLayoutCompiler.compile(model, null);
            assertThat(compilation.findings()).as(path.toString()).isEmpty();
            ProcessDataDecoder decoder = ProcessDataDecoder.of(compilation.layout());
            long expected = model.processData().stream().mapToInt(
                    data -> (data.in() == null ? 0 : 1) + (data.out() == null ? 0 : 1)).sum();
            assertThat(compilation.layout().in().size() + compilation.layout().out().size()).isEqualTo((int) expected);
            for (Direction direction : Direction.values()) {
                for (Frame frame : compilation.layout().frames(direction)) {
                    Map<String, Long> values = new HashMap<>();
                    for (var condition : frame.when()) {
                        values.put(new ParameterKey(condition.variableId(), condition.subindex()).text(),
                                condition.value());
                    }
                    assertThat(frame.fields()).as(path + " " + frame.id()).isNotEmpty();
                    assertThat(decoder.decode(direction, new byte[frame.octets()], ParameterValues.of(values)).values())
                            .hasSameSizeAs(frame.fields());
                    frames++;
                }
            }
        }
        assertThat(frames).isGreaterThan(60);
    }

    @Test
    void everyDescriptionComesBackFromJson() {
        assertThat(Corpus.iodds()).allSatisfy(path -> {
            IoddDescription model = IoddXml.read(Corpus.bytes(path)).model();
            assertThat(IoddJson.fromJson(IoddJson.toJson(model))).isEqualTo(model);
        });
    }

    @Test
    void languageFilesMerge() throws IoddException {
        List<Path> files = Corpus.xmlFiles("iodd/official-examples-2024").stream()
                .filter(path -> path.toString().contains("ExternalLang")).toList();
        IoddDescription model = null;
        for (Path path : files) {
            if (path.toString().endsWith("IODD1.1.xml")) {
                model = IoddXml.read(Corpus.bytes(path)).model();
            }
        }
        List<ExternalTextDocument> languages = new java.util.ArrayList<>();
        for (Path path : files) {
            if (!path.toString().endsWith("IODD1.1.xml")) {
                languages.add(IoddReader.readLanguageFile(Corpus.bytes(path), IoddLimits.DEFAULT).document());
            }
        }
        IoddDescription merged = model.withLanguageFiles(languages);

        assertThat(IoddTexts.languages(merged)).containsExactly("en", "de", "zh");
        assertThat(IoddTexts.of(merged, "de").label(merged.identity().deviceName()))
                .isNotEqualTo(IoddTexts.primary(merged).label(merged.identity().deviceName()));
    }

    @Test
    void damageIsFoundWithItsLine() {
        Path damaged = Corpus.iodds().stream().filter(path -> path.toString().contains("KMITL")).findFirst()
                .orElseThrow();

        assertThat(IoddXml.read(Corpus.bytes(damaged)).findings()).extracting(Finding::code, Finding::line).contains(
                org.assertj.core.groups.Tuple.tuple("unknown-attribute", 116),
                org.assertj.core.groups.Tuple.tuple("unknown-element", 575),
                org.assertj.core.groups.Tuple.tuple("dangling-text", 69));
    }

    @Test
    void negativesAreRefusedWithTheReason() {
        assertThat(refusal("malformed.xml").code()).isEqualTo("xml-malformed");
        assertThat(refusal("invalid.xml").code()).isEqualTo("wrong-root");
        assertThat(refusal("IOLM1.3.xml")).hasMessageContaining("IO-Link master");
    }

    private static IoddException refusal(String name) {
        Path file = Corpus.xmlFiles("iodd/negative").stream().filter(path -> path.toString().endsWith(name)).findFirst()
                .orElseThrow();
        return catchThrowableOfType(IoddException.class,
                () -> IoddReader.read(Corpus.bytes(file), IoddLimits.DEFAULT));
    }
}
