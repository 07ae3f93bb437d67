package io.greenstack.api.search;

import java.util.List;

/** What a query may become. */
record SuggestionList(String query, List<Suggestion> suggestions) {

    /** A text to search for; type {@code vendor}, {@code product} or {@code parameter}. */
    record Suggestion(String text, String type) {}
}
