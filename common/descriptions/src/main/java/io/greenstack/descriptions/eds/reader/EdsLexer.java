package io.greenstack.descriptions.eds.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.eds.model.EdsFinding.Severity;
import io.greenstack.descriptions.eds.model.EdsToken;
import io.greenstack.descriptions.eds.model.EdsToken.Kind;
import io.greenstack.descriptions.eds.model.FindingCode;

/**
 * Cuts the text of an EDS file into tokens (CIP Volume 1, clause 7-3.4). Comments are tokens, white space is not. Used
 * once.
 */
final class EdsLexer {

    private static final int SECTION_NAME_MAX = 256;
    private static final int STRING_LINES_MAX = 50;
    private static final int SHORT = 16;
    private static final int SHARED_MAX = 10_000;

    private final String text;
    private final EdsLimits limits;
    private final EdsFindings findings;
    private final List<EdsToken> tokens = new ArrayList<>();
    /** Short texts, which come again and again: data types, ranges, units. */
    private final Map<String, String> shared = new HashMap<>();
    private int pos;
    private int line = 1;
    private int lineStart;
    private boolean lineEmpty = true;
    private boolean inEntry;

    EdsLexer(String text, EdsLimits limits, EdsFindings findings) {
        this.text = text;
        this.limits = limits;
        this.findings = findings;
    }

    List<EdsToken> tokens() {
        while (pos < text.length()) {
            char c = text.charAt(pos);
            if (c == '\n' || c == '\r') {
                newLine(c);
            } else if (isBlank(c)) {
                pos++;
            } else {
                token(c);
                lineEmpty = false;
                if (tokens.size() > limits.maxTokens()) {
                    throw new EdsException(EdsException.TOO_MANY, line, column(),
                            "The file has more than " + limits.maxTokens() + " tokens");
                }
            }
        }
        return tokens;
    }

    private void token(char c) {
        switch (c) {
            case '$' -> add(Kind.COMMENT, trimmedEnd(pos, lineEnd(pos)));
            case '"' -> string();
            case ',' -> punctuation(Kind.COMMA, ",");
            case '{' -> punctuation(Kind.OPEN_BRACE, "{");
            case '}' -> punctuation(Kind.CLOSE_BRACE, "}");
            case '=' -> {
                punctuation(Kind.EQUALS, "=");
                inEntry = true;
            }
            case ';' -> {
                punctuation(Kind.SEMICOLON, ";");
                inEntry = false;
            }
            case '[' -> {
                int end = sectionEnd();
                if (end > 0) {
                    add(Kind.SECTION, end);
                    inEntry = false;
                } else {
                    word();
                }
            }
            default -> word();
        }
    }

    private void word() {
        int end = pos + 1;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        add(Kind.WORD, end);
    }

    /**
     * A string ends at the next quote that is not escaped. Where the line has none, either its last escaped quote was
     * meant to end it (an unescaped backslash before it), or the string goes on in the next line, or its end is missing.
     */
    private void string() {
        int escapedQuote = -1;
        int i = pos + 1;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            char c = text.charAt(i);
            if (c == '"') {
                add(Kind.STRING, i + 1);
                return;
            }
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) >= ' ') {
                i++;
                escapedQuote = text.charAt(i) == '"' ? i : escapedQuote;
            }
            i++;
        }
        if (escapedQuote > 0 && endsField(escapedQuote + 1)) {
            add(Kind.STRING, escapedQuote + 1);
            return;
        }
        int end = continuedEnd(i);
        if (end > 0) {
            finding(FindingCode.MULTI_LINE_STRING, Severity.WARN, "The string goes on over the end of the line");
            multiLine(end);
            return;
        }
        finding(FindingCode.UNTERMINATED_STRING, Severity.ERROR, "The string does not end before the line ends");
        add(Kind.STRING, trimmedEnd(pos, i));
    }

    /** End of a string that goes on in later lines, -1 if none of them ends it. */
    private int continuedEnd(int firstLineEnd) {
        int lines = 0;
        for (int i = firstLineEnd; i < text.length() && i - pos < limits.maxTokenLength(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return text.charAt(i - 1) != '\\' && endsField(i + 1) && !opensLine(i) ? i + 1 : -1;
            }
            if (c == '[' && opensLine(i) || c == '=' || c == '\n' && ++lines > STRING_LINES_MAX) {
                return -1;
            }
        }
        return -1;
    }

    private void multiLine(int end) {
        int startLine = line;
        int startColumn = column();
        String lexeme = text.substring(pos, end);
        checkLength(lexeme.length());
        tokens.add(new EdsToken(Kind.STRING, lexeme, startLine, startColumn));
        while (pos < end) {
            char c = text.charAt(pos);
            if (c == '\n' || c == '\r') {
                newLine(c);
            } else {
                pos++;
            }
        }
    }

    /** True if from here to the end of the line there is a separator, a comment or nothing. */
    private boolean endsField(int from) {
        int i = blanksEnd(from);
        return i == text.length() || "\r\n,;$".indexOf(text.charAt(i)) >= 0;
    }

    private boolean opensLine(int at) {
        int i = at - 1;
        while (i >= 0 && isBlank(text.charAt(i))) {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n' || text.charAt(i) == '\r';
    }

    /** End of the section header that begins here, -1 if it is none. */
    private int sectionEnd() {
        int close = pos + 1;
        int last = Math.min(text.length(), pos + SECTION_NAME_MAX);
        while (close < last && text.charAt(close) != ']' && text.charAt(close) != '\n' && text.charAt(close) != '\r') {
            close++;
        }
        if (close == last || text.charAt(close) != ']') {
            return -1;
        }
        if (!inEntry) {
            return close + 1;
        }
        int rest = blanksEnd(close + 1);
        boolean alone = rest == text.length() || "\r\n$".indexOf(text.charAt(rest)) >= 0;
        return lineEmpty && alone ? close + 1 : -1;
    }

    private int blanksEnd(int from) {
        int i = from;
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private void newLine(char c) {
        pos++;
        if (c == '\r' && pos < text.length() && text.charAt(pos) == '\n') {
            pos++;
        }
        line++;
        lineStart = pos;
        lineEmpty = true;
    }

    private void punctuation(Kind kind, String lexeme) {
        tokens.add(new EdsToken(kind, lexeme, line, column()));
        pos++;
    }

    private void add(Kind kind, int end) {
        checkLength(end - pos);
        tokens.add(new EdsToken(kind, shared(text.substring(pos, end)), line, column()));
        pos = end;
    }

    private String shared(String lexeme) {
        if (lexeme.length() > SHORT) {
            return lexeme;
        }
        String known = shared.size() < SHARED_MAX ? shared.putIfAbsent(lexeme, lexeme) : shared.get(lexeme);
        return known == null ? lexeme : known;
    }

    private void checkLength(int length) {
        if (length > limits.maxTokenLength()) {
            throw new EdsException(EdsException.TOKEN_TOO_LONG, line, column(),
                    "A text of " + length + " characters; at most " + limits.maxTokenLength() + " are accepted");
        }
    }

    private void finding(String code, Severity severity, String message) {
        findings.add(severity, code, null, null, line, column(), message);
    }

    private int column() {
        return pos - lineStart + 1;
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private int trimmedEnd(int from, int to) {
        int end = to;
        while (end > from + 1 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return c > ' ' && c != ',' && c != ';' && c != '=' && c != '$' && c != '"' && c != '{' && c != '}'
                && !isBlank(c);
    }

    /** Blanks, control characters (also the end-of-file mark 1Ah of DOS), no-break space and a stray mark. */
    private static boolean isBlank(char c) {
        return c <= ' ' && c != '\n' && c != '\r' || c == '\u00A0' || c == '\uFEFF';
    }
}
