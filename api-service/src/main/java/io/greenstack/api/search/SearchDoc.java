package io.greenstack.api.search;

import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.SearchText;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is shown of a thing that was found, as it is stored.
 *
 * @param tab tab that shows it, null for a whole description
 * @param item what the tab is searched for
 * @param texts its texts
 * @param codes its numbers
 * @param facts what else is shown
 */
@RegisterForReflection(targets = {SearchDoc.class, SearchText.class})
record SearchDoc(String tab, String item, List<SearchText> texts, Map<String, Long> codes,
        Map<String, String> facts) {

    /** The first name, or what comes nearest to one. */
    String title() {
        return texts.stream().filter(text -> text.field() == SearchText.Field.NAME).findFirst()
                .or(() -> texts.stream().findFirst()).map(SearchText::text).orElse(item);
    }
}
