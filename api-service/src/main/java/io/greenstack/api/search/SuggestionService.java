package io.greenstack.api.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.greenstack.api.search.SuggestionService.SuggestionList.Suggestion;
import io.greenstack.descriptions.SearchText;
import io.greenstack.descriptions.SearchType;

/** What a query that is being typed may become: vendors, products and parameters that begin with it or have such a word. */
@ApplicationScoped
class SuggestionService {

    private static final int MOST = 200;
    /** Things with different names, of which one needs at most as many as are suggested. */
    private static final int MOST_THINGS = 40;

    private final SearchRows rows;
    private final FittingRows fittingRows;
    private final SearchSettings settings;

    SuggestionService(SearchRows rows, FittingRows fittingRows, SearchSettings settings) {
        this.rows = rows;
        this.fittingRows = fittingRows;
        this.settings = settings;
    }

    /** Suggestions for the beginning of a query; the kinds take turns. */
    @Transactional
    SuggestionList of(String text, int limit) {
        rows.prepare((int) settings.timeout().toMillis());
        String wanted = SearchWords.normal(text);
        if (wanted.isEmpty()) {
            return new SuggestionList(text, List.of());
        }
        SearchQuery query = SearchQuery.of(text);
        String begun = SearchVector.quoted('~' + wanted) + ":*";
        List<String> vendors = matching(rows.names("vendor", begun + " | " + query.words(), MOST).stream(), wanted);
        List<String> products = matching(rows.names("product", query.start() + " | " + query.names(), MOST).stream(),
                wanted);
        List<String> parameters = matching(fittingRows
                .begunBy(query.wholes(), SearchType.PARAMETER, MOST_THINGS).stream()
                .flatMap(doc -> doc.texts().stream()).filter(each -> each.field() == SearchText.Field.NAME)
                .map(SearchText::text), wanted);
        return new SuggestionList(text, inTurns(limit, vendors, products, parameters));
    }

    /** Those that begin with a text, then those that have a word that does; each once. */
    private static List<String> matching(Stream<String> names, String wanted) {
        Map<String, String> first = new LinkedHashMap<>();
        Map<String, String> later = new LinkedHashMap<>();
        names.forEach(name -> {
            String normal = SearchWords.normal(name);
            if (normal.startsWith(wanted)) {
                first.putIfAbsent(normal, name);
            } else if ((' ' + normal).contains(' ' + wanted)) {
                later.putIfAbsent(normal, name);
            }
        });
        return Stream.of(first, later).map(Map::values).flatMap(Collection::stream).toList();
    }

    private static List<Suggestion> inTurns(int limit, List<String> vendors, List<String> products,
            List<String> parameters) {
        Map<String, Iterator<String>> sources = new LinkedHashMap<>();
        sources.put("vendor", vendors.iterator());
        sources.put("product", products.iterator());
        sources.put("parameter", parameters.iterator());
        List<Suggestion> suggestions = new ArrayList<>();
        while (suggestions.size() < limit && sources.values().stream().anyMatch(Iterator::hasNext)) {
            sources.forEach((type, names) -> {
                if (names.hasNext() && suggestions.size() < limit) {
                    suggestions.add(new Suggestion(names.next(), type));
                }
            });
        }
        return suggestions;
    }

    /** What a query may become. */
    record SuggestionList(String query, List<Suggestion> suggestions) {

        /** A text to search for; type {@code vendor}, {@code product} or {@code parameter}. */
        record Suggestion(String text, String type) {}
    }
}
