package io.greenstack.api.telemetry;

/**
 * The one place where texts of users become part of a query. Control characters are refused: no parameter or device id has
 * them.
 */
final class Quoting {

    private Quoting() {}

    /**
     * A Flux string literal. A dollar goes as its octet: Flux knows no escaped dollar but in front of a brace, and would
     * otherwise interpolate.
     */
    static String flux(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = check(text.charAt(i));
            if (c == '$') {
                literal.append("\\x24");
                continue;
            }
            if (c == '"' || c == '\\') {
                literal.append('\\');
            }
            literal.append(c);
        }
        return literal.append('"').toString();
    }

    /** Part of a Flux regular expression that matches this very text. */
    static String fluxRegex(String text) {
        StringBuilder pattern = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = check(text.charAt(i));
            if (c < 0x80 && !Character.isLetterOrDigit(c)) {
                pattern.append(String.format("\\x%02x", (int) c));
            } else {
                pattern.append(c);
            }
        }
        return pattern.toString();
    }

    /** A QuestDB string literal; backslashes have no meaning in one. */
    static String sql(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('\'');
        for (int i = 0; i < text.length(); i++) {
            char c = check(text.charAt(i));
            if (c == '\'') {
                literal.append('\'');
            }
            literal.append(c);
        }
        return literal.append('\'').toString();
    }

    private static char check(char c) {
        if (Character.isISOControl(c)) {
            throw new IllegalArgumentException("control characters cannot be part of a query");
        }
        return c;
    }
}
