package io.greenstack.api.telemetry;

/**
 * The one place where texts of users become part of a query. Control characters are refused: no parameter or device id has
 * them.
 */
final class Quoting {

    private static final String SPECIAL = "\\.+*?()|[]{}^$";

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

    /**
     * Part of a Flux regular expression that matches this very text. It is read twice, as Rust's and as Go's expressions are, so a
     * backslash stands only before what has a meaning in both. Octets such as {@code \x5b} are put in before and would mean
     * something again; only the slash, which ends a literal, is one.
     */
    static String fluxRegex(String text) {
        StringBuilder pattern = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = check(text.charAt(i));
            if (c == '/') {
                pattern.append("\\x2f");
                continue;
            }
            if (SPECIAL.indexOf(c) >= 0) {
                pattern.append('\\');
            }
            pattern.append(c);
        }
        return pattern.toString();
    }

    /** An SQL string literal; backslashes have no meaning in one. */
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
