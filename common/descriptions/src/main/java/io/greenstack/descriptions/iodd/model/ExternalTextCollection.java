package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * The texts, clause 7.7.
 *
 * @param languages languages, the primary one first
 */
public record ExternalTextCollection(List<Language> languages, Source source) implements IoddNode {

    public ExternalTextCollection {
        languages = List.copyOf(languages);
    }

    /** The primary language, null if there is none. */
    public Language primary() {
        return languages.stream().filter(Language::isPrimary).findFirst().orElse(null);
    }
}
