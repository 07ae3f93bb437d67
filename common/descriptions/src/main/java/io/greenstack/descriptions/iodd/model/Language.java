package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * The texts of one language.
 *
 * @param element {@code PrimaryLanguage} or {@code Language}
 * @param lang language code, {@code xml:lang}
 * @param texts texts in document order
 */
public record Language(String element, String lang, List<Text> texts, Source source) implements IoddNode {

    public Language {
        texts = List.copyOf(texts);
    }

    /** True for the language that has all texts. */
    public boolean isPrimary() {
        return "PrimaryLanguage".equals(element);
    }

    /**
     * A text.
     *
     * @param element {@code Text}, or {@code TextRedefine} for another wording of a standard text
     * @param id text id
     * @param value the text
     */
    public record Text(String element, String id, String value, Source source) implements IoddNode {}
}
