package io.greenstack.api.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.greenstack.api.search.SearchAnswer.SearchFacets;
import io.greenstack.api.search.SearchRows.Fitting;
import io.greenstack.api.search.SearchRows.FoundDevice;
import io.greenstack.api.search.SearchRows.Hit;
import io.greenstack.api.search.SearchRows.Whole;
import io.greenstack.descriptions.SearchType;

/**
 * Finds descriptions, what is in them, and devices. First what has all words of a query; if nothing has, words that the query
 * may have meant are tried; if that finds nothing either, what has any of the words.
 */
@ApplicationScoped
class SearchService {

    private static final int MAX_CONTEXTS = 4;
    private static final String SOME = "some";

    private final SearchRows rows;
    private final FittingRows fittingRows;
    private final FacetRows facetRows;
    private final SearchSettings settings;

    SearchService(SearchRows rows, FittingRows fittingRows, FacetRows facetRows, SearchSettings settings) {
        this.rows = rows;
        this.fittingRows = fittingRows;
        this.facetRows = facetRows;
        this.settings = settings;
    }

    /**
     * Searches.
     *
     * @param text what is searched for
     * @param offset results of each list that are left out
     * @param limit results of each list
     * @param counted whether facets are counted
     */
    @Transactional
    SearchAnswer search(String text, SearchFilter filter, int offset, int limit, boolean counted) {
        rows.prepare((int) settings.timeout().toMillis());
        SearchQuery query = SearchQuery.of(text);
        int most = offset + limit + 1;
        String corrected = null;
        SearchResults results = run(query, query.words(), null, filter, most);
        if (results.isEmpty()) {
            SearchQuery meant = meant(query);
            if (meant != null) {
                results = run(meant, meant.words(), "typo", filter, most);
                corrected = results.isEmpty() ? null : corrected(query, meant);
            }
        }
        if (results.isEmpty() && query.terms().size() > 1) {
            results = run(query, query.any(), SOME, filter, most);
        }
        return new SearchAssembler(text, results, offset, limit).answer(corrected,
                counted ? facets(results, filter) : null);
    }

    private SearchFacets facets(SearchResults results, SearchFilter filter) {
        boolean complete = results.fitting().size() < FittingRows.MOST
                && results.inContext().size() < FittingRows.MOST;
        return SearchAssembler.facets(facetRows.facets(results.words(), results.fitting(), filter, results.context(),
                results.inContext()), complete);
    }

    private SearchResults run(SearchQuery query, String words, String match, SearchFilter filter, int most) {
        boolean things = !filter.types().isEmpty();
        List<Fitting> fitting = things
                ? fittingRows.fitting(query, SOME.equals(match), filter.types())
                : List.of();
        List<Hit> hits = hits(fitting, filter, "", most);
        List<Whole> wholes = filter.wholes() ? rows.wholes(query, words, filter, most) : List.of();
        List<FoundDevice> devices = filter.wholes() && !filter.hasFacets() && !SOME.equals(match)
                ? rows.devices(query.device(), filter.kind(), most)
                : List.of();
        SearchResults own = new SearchResults(query, words, match, fitting, wholes, devices, hits, "", List.of());
        return things && match == null && query.terms().size() > 1 && hits.size() < most
                ? withContext(own, filter, most)
                : own;
    }

    private List<Hit> hits(List<Fitting> fitting, SearchFilter filter, String context, int most) {
        if (fitting.isEmpty()) {
            return List.of();
        }
        List<Fitting> best = best(fitting, most);
        List<Hit> hits = rows.hits(best, filter, context, most);
        return best.size() == fitting.size() || isEnough(hits, fitting, most)
                ? hits
                : rows.hits(fitting, filter, context, most);
    }

    /** So many of each type: if their descriptions are wanted, the rest need not be looked at. */
    private static List<Fitting> best(List<Fitting> fitting, int most) {
        Map<SearchType, Integer> counts = new EnumMap<>(SearchType.class);
        return fitting.stream().filter(each -> counts.merge(each.type(), 1, Integer::sum) <= most).toList();
    }

    private static boolean isEnough(List<Hit> hits, List<Fitting> fitting, int most) {
        Map<SearchType, Long> found = hits.stream().collect(Collectors.groupingBy(Hit::type, Collectors.counting()));
        return fitting.stream().collect(Collectors.groupingBy(Fitting::type, Collectors.counting())).entrySet().stream()
                .allMatch(each -> each.getValue() <= most || found.getOrDefault(each.getKey(), 0L) >= most);
    }

    /** Adds things that have only some of the words where their description has the others: the vendor, the product. */
    private SearchResults withContext(SearchResults own, SearchFilter filter, int most) {
        List<QueryTerm> terms = own.query().terms();
        List<Boolean> named = rows.named(terms.stream().map(term -> term.condition("", Map.of())).toList());
        List<QueryTerm> around = pick(terms, IntStream.range(0, terms.size()).filter(named::get).boxed().toList());
        List<QueryTerm> rest = terms.stream().filter(term -> !around.contains(term)).toList();
        List<List<QueryTerm>> tries = new ArrayList<>();
        if (!around.isEmpty() && !rest.isEmpty()) {
            tries.add(rest);
        } else if (rest.isEmpty() && own.hits().isEmpty()) {
            for (int i = terms.size() - 1; i >= 0 && tries.size() < MAX_CONTEXTS; i--) {
                tries.add(List.of(terms.get(i)));
            }
        }
        for (List<QueryTerm> wanted : tries) {
            SearchQuery part = SearchQuery.of(wanted);
            String context = terms.stream().filter(term -> !wanted.contains(term))
                    .map(term -> term.condition("", Map.of()))
                    .collect(Collectors.joining(" & "));
            List<Fitting> fitting = fittingRows.fitting(part, false, filter.types());
            List<Hit> hits = hits(fitting, filter, context, most);
            if (!hits.isEmpty()) {
                return new SearchResults(own.query(), own.words(), own.match(), own.fitting(), own.wholes(),
                        own.devices(), joined(own.hits(), hits), context, fitting);
            }
        }
        return own;
    }

    private static List<QueryTerm> pick(List<QueryTerm> terms, List<Integer> places) {
        return places.stream().map(terms::get).toList();
    }

    private static List<Hit> joined(List<Hit> first, List<Hit> second) {
        record Key(long text, long description) {}
        Set<Key> there = new HashSet<>();
        first.forEach(hit -> there.add(new Key(hit.textId(), hit.descriptionId())));
        List<Hit> all = new ArrayList<>(first);
        second.stream().filter(hit -> there.add(new Key(hit.textId(), hit.descriptionId()))).forEach(all::add);
        return all;
    }

    /** The query with words that are there in place of those that are not; null if none can be meant. */
    private SearchQuery meant(SearchQuery query) {
        boolean changed = false;
        List<String> deviceWords = query.terms().stream().flatMap(term -> term.words().stream())
                .anyMatch(asked -> NearWords.isWord(asked.get(0))) ? rows.deviceWords() : List.of();
        List<QueryTerm> terms = new ArrayList<>();
        for (QueryTerm term : query.terms()) {
            List<List<String>> words = new ArrayList<>();
            for (List<String> asked : term.words()) {
                List<String> near = near(asked.get(0), term.open(), deviceWords);
                changed |= !near.isEmpty();
                List<String> all = new ArrayList<>(near);
                all.add(asked.get(0));
                words.add(all);
            }
            terms.add(term.meaning(words));
        }
        return changed ? query.with(terms) : null;
    }

    private List<String> near(String word, boolean open, List<String> deviceWords) {
        if (!NearWords.isWord(word)) {
            return List.of();
        }
        Set<String> candidates = new HashSet<>(deviceWords);
        candidates.addAll(rows.near(NearWords.keys(word)));
        return candidates.contains(word) ? List.of() : NearWords.nearest(word, candidates, open);
    }

    private static String corrected(SearchQuery query, SearchQuery meant) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < meant.terms().size(); i++) {
            String text = query.terms().get(i).text();
            List<List<String>> asked = query.terms().get(i).words();
            List<List<String>> now = meant.terms().get(i).words();
            for (int j = 0; j < asked.size(); j++) {
                text = text.replace(asked.get(j).get(0), now.get(j).get(0));
            }
            texts.add(text);
        }
        return String.join(" ", texts);
    }
}
