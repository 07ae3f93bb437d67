package io.greenstack.descriptions.eds.model;

import java.math.BigInteger;
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
        EdsReference entry = entry(text);
        if (entry != null) {
            return entry;
        }
        var number = field.isText() ? null : field.number();
        if (number != null && number.stripTrailingZeros().scale() <= 0 && number.scale() > -20) {
            return new EdsReference(Kind.LITERAL, null, -1, -1, number.toBigInteger(), text);
        }
        Kind kind = PATH.matcher(text).matches() || text.startsWith("SYMBOL") ? Kind.PATH : Kind.UNKNOWN;
        return new EdsReference(kind, null, -1, -1, null, text);
    }

    /** Keyword, number and optionally a colon and a bit; null if the text is something else. */
    private static EdsReference entry(String text) {
        int keyword = 0;
        while (keyword < text.length() && (Character.isLetter(text.charAt(keyword)) || text.charAt(keyword) == '_')) {
            keyword++;
        }
        int number = digits(text, keyword);
        int numberLength = number - keyword;
        if (keyword == 0 || text.charAt(0) == '_' || numberLength < 1 || numberLength > 9) {
            return null;
        }
        int bit = -1;
        if (number < text.length()) {
            int end = digits(text, number + 1);
            int bitLength = end - number - 1;
            if (text.charAt(number) != ':' || end != text.length() || bitLength < 1 || bitLength > 4) {
                return null;
            }
            bit = Integer.parseInt(text.substring(number + 1));
        }
        return new EdsReference(Kind.ENTRY, text.substring(0, keyword),
                Integer.parseInt(text.substring(keyword, number)), bit, null, text);
    }

    private static int digits(String text, int from) {
        int to = from;
        while (to < text.length() && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
            to++;
        }
        return to;
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
