package io.greenstack.descriptions.eds.reader;

import java.util.ArrayList;
import java.util.List;

import io.greenstack.descriptions.eds.model.EdsField;
import io.greenstack.descriptions.eds.model.EdsFinding.Severity;
import io.greenstack.descriptions.eds.model.EdsSection;
import io.greenstack.descriptions.eds.model.EdsSection.EdsFileEntry;
import io.greenstack.descriptions.eds.model.EdsToken;
import io.greenstack.descriptions.eds.model.EdsToken.Kind;
import io.greenstack.descriptions.eds.model.FindingCode;

/**
 * Groups tokens into sections, entries and fields. Every token ends up in exactly one place, in order; after an error it
 * goes on with the next entry. Used once.
 */
final class EdsSyntax {

    private final List<EdsToken> tokens;
    private final EdsLimits limits;
    private final EdsFindings findings;
    private final List<EdsToken> preamble = new ArrayList<>();
    private final List<EdsSection> sections = new ArrayList<>();
    private EdsToken header;
    private List<EdsFileEntry> entries = new ArrayList<>();
    private List<EdsToken> pending = new ArrayList<>();
    private int pos;
    private int entryCount;

    EdsSyntax(List<EdsToken> tokens, EdsLimits limits, EdsFindings findings) {
        this.tokens = tokens;
        this.limits = limits;
        this.findings = findings;
    }

    void parse() {
        while (pos < tokens.size()) {
            EdsToken token = tokens.get(pos);
            if (token.kind() == Kind.SECTION) {
                closeSection();
                if (sections.size() > limits.maxEntries()) {
                    throw new EdsException(EdsException.TOO_MANY, token.line(), token.column(),
                            "The file has more than " + limits.maxEntries() + " sections");
                }
                header = token;
                pos++;
            } else if (token.kind() == Kind.COMMENT) {
                pending.add(token);
                pos++;
            } else {
                entry(token);
            }
        }
        closeSection();
    }

    List<EdsToken> preamble() {
        return preamble;
    }

    List<EdsSection> sections() {
        return sections;
    }

    private void closeSection() {
        if (header == null) {
            preamble.addAll(pending);
        } else {
            sections.add(new EdsSection(header.value(), header, entries, pending));
            entries = new ArrayList<>();
        }
        pending = new ArrayList<>();
    }

    private void entry(EdsToken first) {
        if (header == null) {
            findings.add(Severity.ERROR, FindingCode.TEXT_BEFORE_SECTION, null, null, first.line(), first.column(),
                    "Text before the first section");
            preamble.addAll(pending);
            pending = new ArrayList<>();
            while (pos < tokens.size() && tokens.get(pos).kind() != Kind.SECTION) {
                preamble.add(tokens.get(pos++));
            }
            return;
        }
        if (++entryCount > limits.maxEntries()) {
            throw new EdsException(EdsException.TOO_MANY, first.line(), first.column(),
                    "The file has more than " + limits.maxEntries() + " entries");
        }
        List<EdsToken> all = pending;
        pending = new ArrayList<>();
        int words = keywordWords();
        entries.add(words > 0 ? wellFormed(all, words) : damaged(all, first));
    }

    /** The number of words before an equals sign on the same line, 0 if there is none. */
    private int keywordWords() {
        int words = 0;
        int line = tokens.get(pos).line();
        while (pos + words < tokens.size()) {
            EdsToken token = tokens.get(pos + words);
            if (token.kind() == Kind.EQUALS) {
                return words;
            }
            boolean nextLine = token.line() != line;
            if (token.kind() != Kind.WORD || nextLine && words > 0) {
                return words == 1 && opensEntry(pos) ? 1 : 0;
            }
            words++;
        }
        return 0;
    }

    private EdsFileEntry wellFormed(List<EdsToken> all, int words) {
        EdsToken first = tokens.get(pos);
        StringBuilder keyword = new StringBuilder(first.text());
        for (int i = 1; i < words; i++) {
            keyword.append(' ').append(tokens.get(pos + i).text());
        }
        while (tokens.get(pos).kind() != Kind.EQUALS) {
            all.add(tokens.get(pos++));
        }
        EdsToken separator = tokens.get(pos++);
        all.add(separator);
        List<EdsField> fields = new ArrayList<>();
        boolean complete = fields(all, fields, separator, keyword.toString());
        return new EdsFileEntry(keyword.toString(), fields, all, first.line(), complete);
    }

    private boolean fields(List<EdsToken> all, List<EdsField> fields, EdsToken equals, String keyword) {
        FieldBuilder field = new FieldBuilder(fields, findings, header.value(), keyword);
        field.open(equals);
        int depth = 0;
        while (pos < tokens.size()) {
            EdsToken token = tokens.get(pos);
            if (token.kind() == Kind.SECTION || token.kind() == Kind.WORD && opensEntry(pos)) {
                break;
            }
            all.add(token);
            pos++;
            switch (token.kind()) {
                case SEMICOLON -> {
                    field.close();
                    if (depth != 0) {
                        syntax(Severity.WARN, FindingCode.UNBALANCED_BRACES, keyword, token, "Braces do not pair");
                    }
                    trailingComment(all, token);
                    return true;
                }
                case COMMA -> {
                    if (depth == 0) {
                        field.close();
                        field.open(token);
                    } else {
                        field.add(token);
                    }
                }
                case COMMENT -> {
                }
                default -> {
                    depth += token.kind() == Kind.OPEN_BRACE ? 1 : token.kind() == Kind.CLOSE_BRACE ? -1 : 0;
                    depth = Math.max(0, depth);
                    field.add(token);
                }
            }
        }
        field.close();
        syntax(Severity.ERROR, FindingCode.MISSING_SEMICOLON, keyword, all.get(all.size() - 1),
                "The entry does not end with a semicolon");
        return false;
    }

    /** A comment right behind the semicolon belongs to the entry. */
    private void trailingComment(List<EdsToken> all, EdsToken semicolon) {
        if (pos < tokens.size() && tokens.get(pos).kind() == Kind.COMMENT
                && tokens.get(pos).line() == semicolon.line()) {
            all.add(tokens.get(pos++));
        }
    }

    private EdsFileEntry damaged(List<EdsToken> all, EdsToken first) {
        if (first.kind() == Kind.SEMICOLON) {
            all.add(first);
            pos++;
            syntax(Severity.WARN, FindingCode.STRAY_SEMICOLON, null, first, "A semicolon that ends nothing");
            return new EdsFileEntry("", List.of(), all, first.line(), false);
        }
        syntax(Severity.ERROR, FindingCode.UNEXPECTED_TEXT, null, first, "A keyword and = are expected here");
        while (pos < tokens.size() && tokens.get(pos).kind() != Kind.SECTION) {
            EdsToken token = tokens.get(pos);
            if (token != first && token.kind() == Kind.WORD && opensEntry(pos)) {
                break;
            }
            all.add(token);
            pos++;
            if (token.kind() == Kind.SEMICOLON) {
                break;
            }
        }
        return new EdsFileEntry("", List.of(), all, first.line(), false);
    }

    /** True if the word at this place is followed by an equals sign. */
    private boolean opensEntry(int at) {
        int next = at + 1;
        while (next < tokens.size() && tokens.get(next).kind() == Kind.COMMENT) {
            next++;
        }
        return next < tokens.size() && tokens.get(next).kind() == Kind.EQUALS;
    }

    private void syntax(Severity severity, String code, String keyword, EdsToken at, String message) {
        findings.add(severity, code, header.value(), keyword, at.line(), at.column(), message);
    }
}
