package io.greenstack.api.iodd;

import java.util.Collection;
import java.util.List;

import io.greenstack.api.platform.LanguageQuery;

/**
 * The language in which texts are answered.
 *
 * @param language language code, null = the primary language of the file
 * @param contentLanguage value of {@code Content-Language}, null if the file has no language at all
 */
record Chosen(String language, String contentLanguage) {

    /** Languages of the built-in texts of standard variables, errors and events. */
    private static final List<String> STANDARD = List.of("en", "de");

    /**
     * Chooses among the languages of a file.
     *
     * @param available languages of the file, the primary one first
     */
    static Chosen of(LanguageQuery query, Collection<String> available) {
        String primary = available.isEmpty() ? null : available.iterator().next();
        String best = query.best(available);
        if (best != null) {
            return new Chosen(best.equals(primary) ? null : best, best);
        }
        // The file does not have it, but the texts of the standard are there in it.
        String standard = query.isExplicit() ? query.best(STANDARD) : null;
        if (standard != null && primary != null) {
            return new Chosen(standard, standard + ", " + primary);
        }
        return new Chosen(null, primary);
    }

    boolean isPrimary() {
        return language == null;
    }
}
