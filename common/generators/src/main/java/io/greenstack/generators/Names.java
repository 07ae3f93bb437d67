package io.greenstack.generators;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Names that other tools accept, made of texts of vendors. */
public final class Names {

    private static final int LONGEST_SLUG = 60;

    private final Set<String> taken = new HashSet<>();
    private final int longest;

    /**
     * Identifiers that differ from each other also without regard to case.
     *
     * @param longest most characters of an identifier, 8 or more
     * @param reserved words, in lower case, that must not be used
     */
    public Names(int longest, Set<String> reserved) {
        this.longest = longest;
        taken.addAll(reserved);
    }

    /** An identifier {@code [A-Za-z][A-Za-z0-9_]*} without two underscores in a row that was not given before. */
    public String identifier(String text) {
        String base = plain(text).replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
        if (base.isEmpty() || !Character.isLetter(base.charAt(0))) {
            base = base.isEmpty() ? "x" : "x_" + base;
        }
        base = cut(base, longest);
        String name = base;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String suffix = "_" + i;
            name = cut(base, longest - suffix.length()) + suffix;
        }
        return name;
    }

    /** {@code [a-z0-9-]}, at most 60 characters, empty if nothing of the text can be used. */
    public static String slug(String text) {
        String slug = plain(text).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return cut(slug, LONGEST_SLUG).replaceAll("-+$", "");
    }

    /** Hexadecimal digits that stay the same for the same texts: ids of nodes, rules and dashboards. */
    public static String stableId(int digits, String... parts) {
        String text = String.join("\n", parts);
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "")
                .substring(0, digits);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").replace("ß", "ss");
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length).replaceAll("_+$", "");
    }
}
