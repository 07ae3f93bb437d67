package io.greenstack.descriptions.eds.reader;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsSection;
import io.greenstack.descriptions.eds.model.EdsSection.EdsFileEntry;
import io.greenstack.descriptions.eds.model.EdsToken;
import io.greenstack.descriptions.eds.model.EdsToken.Kind;

/**
 * Writes a model back: the same tokens, comments included, in the same character set, with the line breaks and columns of
 * the tokens as far as they are in order. Only the kind of white space can differ from the file that was read.
 */
public final class EdsWriter {

    private static final int LONGEST_GAP = 1_000;

    private final StringBuilder out = new StringBuilder();
    private final String lineSeparator;
    private int line = 1;
    private int column = 1;
    private EdsToken previous;

    private EdsWriter(String lineSeparator) {
        this.lineSeparator = lineSeparator;
    }

    /** The file as octets. */
    public static byte[] write(EdsFile model) {
        EdsWriter writer = new EdsWriter(model.format().lineSeparator());
        tokens(model).forEach(writer::token);
        writer.newLine();
        Charset charset = Charset.forName(model.format().charset());
        boolean fits = charset.newEncoder().canEncode(writer.out);
        Charset used = fits ? charset : StandardCharsets.UTF_8;
        boolean mark = model.format().byteOrderMark() || !fits;
        return ((mark ? "\uFEFF" : "") + writer.out).getBytes(used);
    }

    /** All tokens of the model in file order. */
    public static List<EdsToken> tokens(EdsFile model) {
        List<EdsToken> tokens = new ArrayList<>(model.preamble());
        for (EdsSection section : model.sections()) {
            tokens.add(section.header());
            for (EdsFileEntry entry : section.entries()) {
                tokens.addAll(entry.tokens());
            }
            tokens.addAll(section.trailing());
        }
        return tokens;
    }

    private void token(EdsToken token) {
        boolean placed = token.line() >= line;
        if (placed) {
            int gap = Math.min(token.line() - line, LONGEST_GAP);
            for (int i = 0; i < gap; i++) {
                newLine();
            }
            line = token.line();
        }
        if (previous != null && (previous.kind() == Kind.COMMENT || token.kind() == Kind.SECTION) && column > 1) {
            newLine();
        }
        int indent = placed ? Math.min(token.column() - column, LONGEST_GAP) : 0;
        boolean inPlace = placed && token.column() >= column;
        if (!inPlace && column > 1 && glues(token)) {
            indent = 1;
        }
        for (int i = 0; i < indent; i++) {
            out.append(' ');
        }
        column += Math.max(0, indent);
        lexeme(token.text());
        previous = token;
    }

    private void lexeme(String text) {
        out.append(text);
        column += text.length();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n'
                    || text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                line++;
                column = text.length() - i;
            }
        }
    }

    /** True if the token would run into the one before it. */
    private boolean glues(EdsToken token) {
        return token.kind() != Kind.COMMA && token.kind() != Kind.SEMICOLON
                && (previous.kind() == Kind.WORD || previous.kind() == Kind.SEMICOLON || token.kind() == Kind.WORD);
    }

    private void newLine() {
        out.append(lineSeparator);
        line++;
        column = 1;
    }
}
