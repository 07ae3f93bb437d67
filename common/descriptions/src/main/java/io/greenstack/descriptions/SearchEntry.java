package io.greenstack.descriptions;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A thing of a description that a search can find, and where a reader of the description sees it.
 *
 * @param type what it is
 * @param tab tab of the description's page that shows it, as its address names it
 * @param item what the tab has to be searched for to show it
 * @param texts its texts in all languages, the name in the primary one first
 * @param codes its numbers by their name: {@code index}, {@code subindex}, {@code event}, {@code error}, {@code parameter},
 *        {@code assembly}, {@code connection}
 * @param facts what a list of such things shows besides: {@code data_type}, {@code access_rights}, {@code unit},
 *        {@code min_value}, {@code max_value}, {@code default_value}
 */
public record SearchEntry(SearchType type, String tab, String item, List<SearchText> texts, Map<String, Long> codes,
        Map<String, String> facts) {

    public SearchEntry {
        Objects.requireNonNull(type, "type");
        texts = List.copyOf(texts);
        codes = Map.copyOf(codes);
        facts = Map.copyOf(facts);
    }
}
