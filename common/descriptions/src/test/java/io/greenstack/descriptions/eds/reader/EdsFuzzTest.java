package io.greenstack.descriptions.eds.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.LayoutException;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.eds.EdsFixtures;
import io.greenstack.descriptions.eds.compare.EdsComparer;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsFinding.Severity;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsToken;
import io.greenstack.descriptions.eds.reader.EdsReader.EdsReading;
import io.greenstack.descriptions.eds.recipe.NodeRedSnippet;
import io.greenstack.descriptions.eds.recipe.Pycomm3Snippet;
import io.greenstack.descriptions.eds.recipe.RecipeCompiler;
import io.greenstack.descriptions.eds.view.AssemblyViews;
import io.greenstack.descriptions.eds.view.CapacityView;
import io.greenstack.descriptions.eds.view.ConnectionViews;
import io.greenstack.descriptions.eds.view.EnumView;
import io.greenstack.descriptions.eds.view.GroupsView;
import io.greenstack.descriptions.eds.view.NetworkView;
import io.greenstack.descriptions.eds.view.PortsView;
import io.greenstack.descriptions.eds.view.SectionView;

/**
 * Damages a sound file at random, always in the same way for the same seed: it is read or refused with a code, never
 * anything else, nothing is lost, and what was read compiles.
 */
class EdsFuzzTest {

    private static final int ROUNDS = 150;
    private static final Set<String> WHOLE_FILE = Set.of(EdsException.EMPTY, EdsException.NOT_EDS,
            EdsException.OTHER_FORMAT, EdsException.TOO_LARGE);
    private static final String[] PIECES = {";", ",", "=", "\"", "$", "{", "}", "[", "]", "\\", "\n", "\r\n",
            "[Params]",
            "Param1", "Assem100", "Variant1", "0x", "-1", "99999999999999999999", "1e99", ":", "\u00e4", "\u0000",
            "\"\"",
            "Param10:0", "65535", "0", ",,,,", "Assem100 = \"x\", , , 0, , , , Assem100, , Assem101;", "1000000000"};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void damagedFilesAreReadOrRefusedWithACode(long seed) {
        String sound = new String(EdsFixtures.sample(), StandardCharsets.UTF_8);
        EdsFile sample = EdsReader.read(EdsFixtures.sample()).model();
        Random random = new Random(seed);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damage(sound, random);
            try {
                EdsReading reading = EdsReader.read(damaged);
                check(damaged, reading.model());
                assertThat(reading.findings()).allSatisfy(finding -> assertThat(finding.severity() == Severity.ERROR
                        && finding.section() != null && finding.entry() != null && finding.line() < 1).isFalse());
                use(sample, reading.model());
                read++;
            } catch (EdsException e) {
                assertThat(e.code()).as("seed %d round %d", seed, round).startsWith("eds-");
                assertThat(e.getMessage()).isNotBlank();
                assertThat(e.line() > 0 || WHOLE_FILE.contains(e.code())).as(e.getMessage()).isTrue();
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed + " round " + round, e);
            }
        }
        assertThat(read).isGreaterThan(ROUNDS / 2);
    }

    private static void check(byte[] damaged, EdsFile model) {
        List<EdsToken> tokens = new EdsLexer(SourceText.decode(damaged).text(), EdsLimits.DEFAULT, new EdsFindings(10))
                .tokens();
        assertThat(EdsWriter.tokens(model)).isEqualTo(tokens);
        EdsFile again = EdsReader.read(EdsWriter.write(model)).model();
        assertThat(EdsWriter.tokens(again))
                .usingElementComparator((a, b) -> a.kind() == b.kind() && a.text().equals(b.text()) ? 0 : 1)
                .isEqualTo(tokens);
        EdsLayoutCompiler layouts = new EdsLayoutCompiler(model);
        RecipeCompiler recipes = new RecipeCompiler(model);
        for (EdsConnection connection : model.connections()) {
            ProcessDataLayout layout = layouts.connection("fuzz", connection.number()).orElseThrow().layout();
            var recipe = recipes.recipe(connection.number()).orElseThrow();
            try {
                ProcessDataDecoder.of(layout);
            } catch (LayoutException e) {
                throw new AssertionError(connection.toString(), e);
            }
            assertThat(Pycomm3Snippet.of(recipe, layout, "192.0.2.1")).isNotEmpty();
            assertThat(NodeRedSnippet.of(recipe, layout, "192.0.2.1")).startsWith("[");
        }
    }

    /** Everything the interface shows of a file, and what is different from a sound one. */
    private static void use(EdsFile sound, EdsFile model) {
        EdsIndex index = new EdsIndex(model);
        assertThat(AssemblyViews.of(index).totalCount()).isEqualTo(model.assemblies().size());
        assertThat(ConnectionViews.of(index)).hasSameSizeAs(model.connections());
        assertThat(GroupsView.of(model).totalCount()).isEqualTo(model.groups().size());
        assertThat(EnumView.of(model)).isNotNull();
        assertThat(PortsView.of(model)).isNotNull();
        assertThat(NetworkView.of(model)).isNotNull();
        CapacityView.of(model);
        model.sections().forEach(section -> assertThat(SectionView.of(section)).isNotNull());
        EdsLayoutCompiler layouts = new EdsLayoutCompiler(model);
        model.assemblies().forEach(assembly -> layouts.assembly("fuzz", assembly.keyword(), Direction.IN, null)
                .ifPresent(compiled -> ProcessDataDecoder.of(compiled.layout())));
        assertThat(EdsComparer.compare(1, sound, 2, model)).isNotNull();
        assertThat(EdsComparer.compare(2, model, 1, sound)).isNotNull();
    }

    private static byte[] damage(String sound, Random random) {
        StringBuilder text = new StringBuilder(sound);
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(6)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> text.setCharAt(at, (char) random.nextInt(256));
                case 3 -> text.delete(at, Math.min(text.length(), at + random.nextInt(200)));
                case 4 -> {
                    int to = Math.min(text.length(), at + random.nextInt(300));
                    text.insert(random.nextInt(text.length()), text.substring(at, to));
                }
                default -> replaceWord(text, at, random);
            }
        }
        return text.toString().getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    /** Replaces the field around a place, so that the damage is more than a syntax error. */
    private static void replaceWord(StringBuilder text, int at, Random random) {
        int from = Math.max(text.lastIndexOf(",", at), text.lastIndexOf("=", at)) + 1;
        int to = text.indexOf(",", at);
        if (from > 0 && to > from && to - from < 100) {
            text.replace(from, to, " " + PIECES[random.nextInt(PIECES.length)]);
        }
    }
}
