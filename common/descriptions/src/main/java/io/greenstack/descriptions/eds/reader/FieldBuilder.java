package io.greenstack.descriptions.eds.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.greenstack.descriptions.eds.model.EdsField;
import io.greenstack.descriptions.eds.model.EdsFinding.Severity;
import io.greenstack.descriptions.eds.model.EdsToken;
import io.greenstack.descriptions.eds.model.EdsToken.Kind;
import io.greenstack.descriptions.eds.model.FindingCode;

/** Collects the tokens of the fields of one entry. Where a comma is obviously missing it ends the field all the same. */
final class FieldBuilder {

    private static final Pattern PATH_OCTET = Pattern.compile("[0-9A-Fa-f]{2}|\\[\\w+]");

    private final List<EdsField> fields;
    private final EdsFindings findings;
    private final String section;
    private final String keyword;
    private List<EdsToken> tokens = new ArrayList<>();
    private EdsToken separator;

    FieldBuilder(List<EdsField> fields, EdsFindings findings, String section, String keyword) {
        this.fields = fields;
        this.findings = findings;
        this.section = section;
        this.keyword = keyword;
    }

    void open(EdsToken before) {
        separator = before;
    }

    void add(EdsToken token) {
        if (!tokens.isEmpty() && commaMissing(tokens.get(tokens.size() - 1), token)) {
            findings.add(Severity.WARN, FindingCode.MISSING_COMMA, section, keyword, token.line(), token.column(),
                    "A comma is missing before " + token.text());
            close();
        }
        tokens.add(token);
    }

    void close() {
        EdsToken at = tokens.isEmpty() ? separator : tokens.get(0);
        fields.add(new EdsField(tokens, at.line(), at.column()));
        tokens = new ArrayList<>();
    }

    private boolean commaMissing(EdsToken previous, EdsToken next) {
        if (tokens.get(0).kind() == Kind.OPEN_BRACE) {
            return false;
        }
        boolean wordBefore = previous.kind() == Kind.WORD;
        boolean wordAfter = next.kind() == Kind.WORD;
        if (wordBefore && wordAfter) {
            return previous.line() != next.line() && !(octet(previous) && octet(next));
        }
        return wordBefore && next.kind() == Kind.STRING || previous.kind() == Kind.STRING && wordAfter;
    }

    private static boolean octet(EdsToken token) {
        return PATH_OCTET.matcher(token.text()).matches();
    }
}
