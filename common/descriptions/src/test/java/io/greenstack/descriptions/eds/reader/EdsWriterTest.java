package io.greenstack.descriptions.eds.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.eds.EdsFixtures;
import io.greenstack.descriptions.eds.model.EdsField;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsSection;
import io.greenstack.descriptions.eds.model.EdsSection.EdsFileEntry;
import io.greenstack.descriptions.eds.model.EdsToken;
import io.greenstack.descriptions.eds.model.EdsToken.Kind;

class EdsWriterTest {

    @Test
    void linesAndColumnsStayWhereTheyWere() {
        String text = EdsFixtures.file("""

                [Params]   $ all of them
                    $ a comment of its own
                    Param1 =
                        0,
                        , ,     $ path
                        0x0000, 0xC6, 1, "A" "B",
                        "multi
                         line";
                [1_Own] 1_X = {1,*};
                """);

        assertThat(written(text)).isEqualTo(text);
    }

    @Test
    void damagedTextIsKept() {
        String text = "lost ; text\n[File]\n;\n what is this?\n A = 1, \"open\n B = 2\n[Device]\n";

        assertThat(written(text)).isEqualTo(text);
    }

    @Test
    void addedTokensGetTheirOwnLines() {
        EdsFile model = EdsFixtures.read(EdsFixtures.file("")).model();
        List<EdsToken> tokens = List.of(new EdsToken(Kind.COMMENT, "$ added", 0, 0), word("MaxMsgConnections"),
                new EdsToken(Kind.EQUALS, "=", 0, 0), word("6"), new EdsToken(Kind.SEMICOLON, ";", 0, 0));
        EdsFileEntry entry = new EdsFileEntry("MaxMsgConnections", List.of(new EdsField(List.of(word("6")), 0, 0)),
                tokens, 0,
                true);
        List<EdsSection> sections = new ArrayList<>(model.sections());
        sections.add(new EdsSection("Capacity", new EdsToken(Kind.SECTION, "[Capacity]", 0, 0), List.of(entry),
                List.of()));
        EdsFile longer = new EdsFile(model.format(), model.preamble(), sections, model.file(), model.device(),
                model.classes(), null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                null,
                List.of(), null, List.of(), List.of());

        EdsFile again = EdsReader.read(EdsWriter.write(longer)).model();

        assertThat(again.capacity().figure("MaxMsgConnections")).isEqualByComparingTo("6");
        assertThat(again.section("Capacity").entries().get(0).tokens()).hasSize(5);
    }

    private static EdsToken word(String text) {
        return new EdsToken(Kind.WORD, text, 0, 0);
    }

    private static String written(String text) {
        return new String(EdsWriter.write(EdsFixtures.read(text).model()), StandardCharsets.UTF_8);
    }
}
