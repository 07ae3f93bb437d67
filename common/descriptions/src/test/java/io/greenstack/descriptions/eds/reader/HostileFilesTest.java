package io.greenstack.descriptions.eds.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.greenstack.descriptions.eds.EdsFixtures;
import io.greenstack.descriptions.eds.model.EdsFinding;
import io.greenstack.descriptions.eds.model.FindingCode;
import io.greenstack.descriptions.eds.reader.EdsReader.EdsReading;

/** Files made to keep the reader busy: the work must stay proportional to the size of the file. */
@Timeout(120)
class HostileFilesTest {

    @Test
    void aMillionStringsInOneLine() {
        assertThat(read("[X] A = " + "\"s\",".repeat(400_000) + ";").model().section("X").entries().get(0).fields())
                .hasSize(400_001);
    }

    @Test
    void bracketsWithoutEnd() {
        assertThat(read("[X] A = 1;\n" + "[ ".repeat(300_000)).findings()).isNotEmpty();
    }

    @Test
    void quotesWithoutEnd() {
        assertThat(read("[X]\n" + "A = \"\n".repeat(20_000)).findings()).extracting(EdsFinding::code)
                .contains(FindingCode.TOO_MANY_FINDINGS);
    }

    @Test
    void sectionsWithoutNumber() {
        assertThatThrownBy(() -> read("[X]\n".repeat(110_000))).isInstanceOfSatisfying(EdsException.class,
                e -> assertThat(e.code()).isEqualTo(EdsException.TOO_MANY));
    }

    @Test
    void assembliesThatMultiply() {
        StringBuilder text = new StringBuilder("[Assembly]\nAssem1 = \"x\", , , 0, , ");
        text.append(", 8, 1".repeat(5_000)).append(";\n");
        for (int i = 2; i < 5_000; i++) {
            text.append("Assem").append(i).append(" = \"x\", , , 0, , , , Assem1, , Assem").append(i - 1).append(";\n");
        }

        assertThat(read(text.toString()).findings()).isNotEmpty();
    }

    @Test
    void aLineWithoutEnd() {
        String text = EdsFixtures.file("[X] A = 1; $" + " ".repeat(60_000));

        assertThat(read(text + "\n".repeat(100_000)).findings()).isEmpty();
        assertThatThrownBy(() -> read(EdsFixtures.file("[X] A = 1; $" + "x".repeat(70_000))))
                .isInstanceOfSatisfying(EdsException.class,
                        e -> assertThat(e.code()).isEqualTo(EdsException.TOKEN_TOO_LONG));
    }

    private static EdsReading read(String text) {
        return EdsReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
