package io.greenstack.descriptions.eds.model;

/** Quoted strings of an EDS file: the escape sequences of CIP Volume 1, clause 7-3.4 (those of the C language). */
public final class EdsStrings {

    private EdsStrings() {}

    /**
     * The characters that a quoted string stands for. An escape sequence that is not one stays as it is, so that
     * unescaped Windows paths remain readable.
     *
     * @param quoted string with its quotes; the closing one may be missing
     */
    public static String decode(String quoted) {
        int from = quoted.startsWith("\"") ? 1 : 0;
        int to = quoted.length();
        if (to > from && quoted.charAt(to - 1) == '"') {
            to--;
        }
        if (quoted.indexOf('\\', from) < 0) {
            return quoted.substring(from, to);
        }
        StringBuilder text = new StringBuilder(to - from);
        int i = from;
        while (i < to) {
            char c = quoted.charAt(i);
            if (c == '\\' && i + 1 < to) {
                i = escape(quoted, i + 1, to, text);
            } else {
                text.append(c);
                i++;
            }
        }
        return text.toString();
    }

    private static int escape(String quoted, int at, int to, StringBuilder text) {
        char c = quoted.charAt(at);
        switch (c) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'v' -> text.append('\u000B');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'a' -> text.append('\u0007');
            case '\\', '"', '\'', '?' -> text.append(c);
            case 'x' -> {
                int end = at + 1;
                while (end < to && end <= at + 2 && Character.digit(quoted.charAt(end), 16) >= 0) {
                    end++;
                }
                if (end == at + 1) {
                    text.append("\\x");
                    return end;
                }
                text.append((char) Integer.parseInt(quoted.substring(at + 1, end), 16));
                return end;
            }
            default -> text.append('\\').append(c);
        }
        return at + 1;
    }
}
