package io.greenstack.core.processdata;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;

/**
 * Makes the keys of a frame's fields from their names: lower case {@code [a-z0-9_]}, at most {@value #MAX_LENGTH}
 * characters, unique within the frame. Feed the names in subindex order, so that the keys stay stable: the second field
 * of a name gets {@code _2}, the third {@code _3}. One instance per frame; not thread-safe.
 */
public final class FieldKeys {

    /** Longest key, suffix included. */
    public static final int MAX_LENGTH = 64;

    private final Set<String> used = new HashSet<>();

    /**
     * The key of the next field.
     *
     * @param name display name; may be null or without any letter or digit
     * @param fallback used then, for example {@code "item_" + subindex}
     */
    public String next(String name, String fallback) {
        String base = slug(name);
        if (base.isEmpty()) {
            base = slug(fallback);
        }
        if (base.isEmpty()) {
            base = "field";
        }
        String key = base;
        for (int n = 2; !used.add(key); n++) {
            String suffix = "_" + n;
            key = trimEnd(base.substring(0, Math.min(base.length(), MAX_LENGTH - suffix.length()))) + suffix;
        }
        return key;
    }

    /** The name as lower case {@code [a-z0-9_]}, without leading, trailing or double underscores; may be empty. */
    public static String slug(String name) {
        if (name == null || name.isEmpty()) {
            return "";
        }
        String plain = name.replace("ß", "ss").replace("µ", "u").replace("%", " percent ").replace("°", " deg ");
        plain = Normalizer.normalize(plain, Normalizer.Form.NFKD);
        StringBuilder slug = new StringBuilder(Math.min(plain.length(), MAX_LENGTH));
        boolean gap = false;
        for (int i = 0; i < plain.length() && slug.length() < MAX_LENGTH; i++) {
            char c = plain.charAt(i);
            boolean word = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (word) {
                if (gap && slug.length() > 0 && slug.length() < MAX_LENGTH - 1) {
                    slug.append('_');
                }
                slug.append(c <= 'Z' && c >= 'A' ? (char) (c + 32) : c);
                gap = false;
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                gap = true;
            }
        }
        return trimEnd(slug.toString());
    }

    private static String trimEnd(String slug) {
        int end = slug.length();
        while (end > 0 && slug.charAt(end - 1) == '_') {
            end--;
        }
        return slug.substring(0, end);
    }
}
