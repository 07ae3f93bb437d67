package io.greenstack.api.eds.model;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a field refers to: a numbered entry ({@code Param10}, {@code Assem3}), one bit of a parameter
 * ({@code Param10:0}), a fixed number, a path or nothing.
 *
 * @param kind kind of reference
 * @param keyword keyword without number of the entry referred to ({@code Param}, {@code Assem}, {@code AssemExa}, ...),
 *        null if it is no entry
 * @param number number of the entry, -1 if it is no entry
 * @param bit bit of the parameter, -1 for the whole
 * @param literal the fixed number, null if it is none
 * @param text the text as written (strings without quotes), empty for nothing
 */
public record EdsReference(Kind kind, String keyword, int number, int bit, BigInteger literal, String text) {

    /** The kinds of references. */
    public enum Kind {
        /** The field is empty. */
        NONE,
        /** A numbered entry of this file. */
        ENTRY,
        /** A fixed number. */
        LITERAL,
        /** A path. */
        PATH,
        /** None of these. */
        UNKNOWN
    }

    /** An empty reference. */
    public static final EdsReference NONE = new EdsReference(Kind.NONE, null, -1, -1, null, "");

    private static final Pattern ENTRY = Pattern.compile("([A-Za-z][A-Za-z_]*?)(\\d{1,9})(?::(\\d{1,4}))?");
    private static final Pattern PATH = Pattern.compile("(?:[0-9A-Fa-f]{2}|\\[[A-Za-z]+\\d+\\])(?:\\s+.*)?");

    /** Reads a field. */
    public static EdsReference of(EdsField field) {
        if (field.isEmpty()) {
            return NONE;
        }
        String text = field.text().strip();
        if (text.isEmpty()) {
            return NONE;
        }
        Matcher entry = ENTRY.matcher(text);
        if (entry.matches()) {
            int bit = entry.group(3) == null ? -1 : Integer.parseInt(entry.group(3));
            return new EdsReference(Kind.ENTRY, entry.group(1), Integer.parseInt(entry.group(2)), bit, null, text);
        }
        var number = field.isText() ? null : field.number();
        if (number != null && number.stripTrailingZeros().scale() <= 0 && number.scale() > -20) {
            return new EdsReference(Kind.LITERAL, null, -1, -1, number.toBigInteger(), text);
        }
        Kind kind = PATH.matcher(text).matches() || text.startsWith("SYMBOL") ? Kind.PATH : Kind.UNKNOWN;
        return new EdsReference(kind, null, -1, -1, null, text);
    }

    /** True if nothing is referred to. */
    public boolean isNone() {
        return kind == Kind.NONE;
    }

    /** True if it refers to an entry. */
    public boolean isEntry() {
        return kind == Kind.ENTRY;
    }

    /** True if it refers to a parameter (or one bit of it), proxy parameters included. */
    public boolean isParameter() {
        return kind == Kind.ENTRY && ("Param".equalsIgnoreCase(keyword) || "ProxyParam".equalsIgnoreCase(keyword)
                || "ProxiedParam".equalsIgnoreCase(keyword));
    }

    /** The keyword with number of the entry referred to, null if it is no entry. */
    public String entryKeyword() {
        return kind == Kind.ENTRY ? keyword + number : null;
    }
}
