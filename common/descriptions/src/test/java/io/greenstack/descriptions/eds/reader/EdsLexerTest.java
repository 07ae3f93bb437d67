package io.greenstack.descriptions.eds.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.eds.model.EdsFinding;
import io.greenstack.descriptions.eds.model.EdsStrings;
import io.greenstack.descriptions.eds.model.EdsToken;
import io.greenstack.descriptions.eds.model.EdsToken.Kind;
import io.greenstack.descriptions.eds.model.FindingCode;

class EdsLexerTest {

    private final EdsFindings findings = new EdsFindings(100);

    @Test
    void cutsAnEntryIntoTokensWithLinesAndColumns() {
        List<EdsToken> tokens = lex("[Params]\r\n\tParam1 = 0, \"a\";\r\n");

        assertThat(tokens).extracting(EdsToken::kind).containsExactly(Kind.SECTION, Kind.WORD, Kind.EQUALS, Kind.WORD,
                Kind.COMMA, Kind.STRING, Kind.SEMICOLON);
        assertThat(tokens.get(0).value()).isEqualTo("Params");
        assertThat(tokens.get(5)).isEqualTo(new EdsToken(Kind.STRING, "\"a\"", 2, 14));
    }

    @Test
    void separatorsAndCommentSignsInQuotesAreText() {
        assertThat(lex("A = \"x, y; $ {z} = [B]\";")).hasSize(4).element(2).extracting(EdsToken::value)
                .isEqualTo("x, y; $ {z} = [B]");
    }

    @Test
    void commentsAfterValuesAreTokensOfTheirOwn() {
        List<EdsToken> tokens = lex("A = 1, $ one; \"two\"\n 2;$three");

        assertThat(tokens).filteredOn(token -> token.kind() == Kind.COMMENT).extracting(EdsToken::value)
                .containsExactly("one; \"two\"", "three");
        assertThat(tokens).hasSize(8);
    }

    @Test
    void escapeSequencesAreThoseOfTheLanguageC() {
        assertThat(EdsStrings.decode("\"a\\\"b\\\\c\\n\\t\\x41\"")).isEqualTo("a\"b\\c\n\tA");
        assertThat(EdsStrings.decode("\"C:\\dir\\zoo\"")).isEqualTo("C:\\dir\\zoo");
        assertThat(EdsStrings.decode("\"q\\\"b\\\\ \\r\\n\\t$;\"")).isEqualTo("q\"b\\ \r\n\t$;");
    }

    @Test
    void anUnescapedBackslashBeforeTheLastQuoteEndsTheString() {
        List<EdsToken> tokens = lex("A = \"C:\\dir\\\";\nB = \"x\";");

        assertThat(tokens).hasSize(8);
        assertThat(tokens.get(2).value()).isEqualTo("C:\\dir\\");
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void aStringWithoutEndStopsAtTheEndOfItsLine() {
        List<EdsToken> tokens = lex("A = \"open;\nB = 2;");

        assertThat(tokens).hasSize(7);
        assertThat(findings.sorted()).extracting(EdsFinding::code).containsExactly(FindingCode.UNTERMINATED_STRING);
        assertThat(findings.sorted().get(0).line()).isEqualTo(1);
        assertThat(findings.sorted().get(0).column()).isEqualTo(5);
    }

    @Test
    void aStringOverSeveralLinesIsAcceptedAndReported() {
        List<EdsToken> tokens = lex("A = \"one\r\n  two\", 3;\nB = 4;");

        assertThat(tokens.get(2).value()).isEqualTo("one\r\n  two");
        assertThat(tokens).hasSize(10);
        assertThat(tokens.get(6).line()).isEqualTo(3);
        assertThat(findings.sorted()).extracting(EdsFinding::code).containsExactly(FindingCode.MULTI_LINE_STRING);
    }

    @Test
    void bracketsWithinAnEntryAreNoSection() {
        List<EdsToken> tokens = lex("A = 20 04 24 01 2C [Param6]\n  2C [Param5];\n[Port] $ here\n");

        assertThat(tokens).filteredOn(token -> token.kind() == Kind.SECTION).hasSize(1);
        assertThat(tokens).filteredOn(token -> token.kind() == Kind.WORD).hasSize(9);
    }

    @Test
    void allLineEndsCount() {
        assertThat(lex("A\rB\nC\r\nD")).extracting(EdsToken::line).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aTokenBeyondTheLimitIsRefused() {
        EdsLimits limits = new EdsLimits(1_000, 10, 10, 20, 10);

        assertThatThrownBy(() -> new EdsLexer("A = \"" + "x".repeat(30) + "\";", limits, findings).tokens())
                .isInstanceOfSatisfying(EdsException.class, e -> {
                    assertThat(e.code()).isEqualTo(EdsException.TOKEN_TOO_LONG);
                    assertThat(e.line()).isEqualTo(1);
                    assertThat(e.column()).isEqualTo(5);
                });
        assertThatThrownBy(() -> new EdsLexer(",".repeat(30), limits, findings).tokens())
                .isInstanceOfSatisfying(EdsException.class,
                        e -> assertThat(e.code()).isEqualTo(EdsException.TOO_MANY));
    }

    private List<EdsToken> lex(String text) {
        return new EdsLexer(text, EdsLimits.DEFAULT, findings).tokens();
    }
}
