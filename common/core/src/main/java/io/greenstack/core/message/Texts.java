package io.greenstack.core.message;

/** Foreign text in our messages: short, and without control characters. */
final class Texts {

    private static final int SHOWN = 80;

    private Texts() {}

    static String quote(String text) {
        if (text == null) {
            return "nothing";
        }
        StringBuilder quoted = new StringBuilder(Math.min(text.length(), SHOWN) + 5).append('\'');
        for (int i = 0; i < text.length() && i < SHOWN; i++) {
            char c = text.charAt(i);
            quoted.append(Character.isISOControl(c) ? '?' : c);
        }
        return quoted.append(text.length() > SHOWN ? "...'" : "'").toString();
    }

    static boolean hasControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text has NUL, or half of a surrogate pair: neither is text in any store. */
    static boolean unstorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)
                    || Character.isHighSurrogate(c)
                            && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return true;
            }
        }
        return false;
    }
}
