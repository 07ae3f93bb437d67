package io.greenstack.api.platform;

import java.util.Locale;

/** Builds LIKE patterns from user input; use with {@code escape '!'}. */
public final class Like {

    private Like() {}

    /** Pattern for a part of a lower-case text; wildcards in the input stand for themselves. */
    public static String contains(String text) {
        String literal = text.strip().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + literal + "%";
    }
}
