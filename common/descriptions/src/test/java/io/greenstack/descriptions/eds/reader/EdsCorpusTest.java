package io.greenstack.descriptions.eds.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.descriptions.eds.EdsFixtures;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsFile.SourceFormat;
import io.greenstack.descriptions.eds.model.EdsFinding;
import io.greenstack.descriptions.eds.model.EdsToken;
import io.greenstack.descriptions.eds.reader.EdsReader.EdsReading;
import io.greenstack.descriptions.eds.recipe.RecipeCompiler;

/** All vendor files at hand: nothing is lost, nothing is refused, everything compiles. */
class EdsCorpusTest {

    @Test
    void everyFileIsReadWithoutSyntaxErrors() {
        Map<String, byte[]> files = EdsFixtures.corpus();

        assertThat(files).hasSizeGreaterThanOrEqualTo(24);
        files.forEach((name, file) -> {
            EdsReading reading = EdsReader.read(file);
            assertThat(reading.model().device().vendorCode()).as(name).isPositive();
            assertThat(reading.model().device().productCode()).as(name).isPositive();
            assertThat(reading.findings()).as(name).extracting(EdsFinding::code)
                    .noneMatch(code -> code.startsWith("EDS.SYNTAX") || code.startsWith("EDS.REFERENCE"));
        });
    }

    @Test
    void writingGivesTheSameTokens() {
        EdsFixtures.corpus().forEach((name, file) -> {
            EdsFile model = EdsReader.read(file).model();
            List<String> original = lexemes(file);

            assertThat(texts(EdsWriter.tokens(model))).as(name + ": the model holds every token").isEqualTo(original);
            assertThat(lexemes(EdsWriter.write(model))).as(name + ": so does what is written").isEqualTo(original);
        });
    }

    @Test
    void writingTwiceGivesTheSameOctets() {
        EdsFixtures.corpus().forEach((name, file) -> {
            byte[] once = EdsWriter.write(EdsReader.read(file).model());
            byte[] twice = EdsWriter.write(EdsReader.read(once).model());

            assertThat(twice).as(name).isEqualTo(once);
        });
    }

    @Test
    void theSameFileInAnotherCharacterSetGivesTheSameModel() {
        EdsFixtures.corpus().forEach((name, file) -> {
            String text = new String(file, StandardCharsets.UTF_8);
            EdsFile plain = EdsReader.read(file).model();
            EdsFile wide = EdsReader.read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)).model();
            EdsFile marked = EdsReader.read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)).model();

            assertThat(wide.sections()).as(name).isEqualTo(plain.sections());
            assertThat(marked.sections()).as(name).isEqualTo(plain.sections());
            assertThat(wide.format()).isEqualTo(new SourceFormat("UTF-16LE", true, plain.format().lineSeparator()));
        });
    }

    @Test
    void everyConnectionGivesARecipeAndADecodableLayout() {
        int layouts = 0;
        for (Map.Entry<String, byte[]> file : EdsFixtures.corpus().entrySet()) {
            EdsFile model = EdsReader.read(file.getValue()).model();
            EdsLayoutCompiler compiler = new EdsLayoutCompiler(model);
            RecipeCompiler recipes = new RecipeCompiler(model);
            for (EdsConnection connection : model.connections()) {
                String where = file.getKey() + " " + connection.keyword();
                var layout = compiler.connection(where, connection.number()).orElseThrow().layout();
                assertThat(ProcessDataDecoder.of(layout)).as(where).isNotNull();
                assertThat(recipes.recipe(connection.number())).as(where).isPresent();
                layouts++;
            }
        }
        assertThat(layouts).isGreaterThan(150);
    }

    @Test
    void filesOfOtherFormatsAreRefusedByName() {
        Map<String, byte[]> others = EdsFixtures.others();

        assertThat(others).isNotEmpty();
        others.forEach((name, file) -> assertThatThrownBy(() -> EdsReader.read(file)).as(name)
                .isInstanceOfSatisfying(EdsException.class,
                        e -> assertThat(e.code()).isEqualTo(EdsException.OTHER_FORMAT))
                .hasMessageContaining(name.startsWith("CANopen") ? "CANopen" : "GSDML"));
    }

    private static List<String> lexemes(byte[] file) {
        return texts(new EdsLexer(SourceText.decode(file).text(), EdsLimits.DEFAULT, new EdsFindings(10)).tokens());
    }

    private static List<String> texts(List<EdsToken> tokens) {
        List<String> texts = new ArrayList<>(tokens.size());
        tokens.forEach(token -> texts.add(token.kind() + " " + token.text()));
        return texts;
    }
}
