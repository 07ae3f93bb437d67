package io.greenstack.api.search;

import java.util.List;

import io.greenstack.api.search.SearchRows.Fitting;
import io.greenstack.api.search.SearchRows.FoundDevice;
import io.greenstack.api.search.SearchRows.Hit;
import io.greenstack.api.search.SearchRows.Whole;

/**
 * What a query found.
 *
 * @param query the query that found it
 * @param words the condition that it was found by
 * @param match how all of it fits, null if each has a rank of its own
 * @param fitting things that fit
 * @param context what descriptions fulfil by themselves in place of their things, empty if nothing was found that way
 * @param inContext things that fulfil the rest
 */
record SearchResults(SearchQuery query, String words, String match, List<Fitting> fitting, List<Whole> wholes,
        List<FoundDevice> devices, List<Hit> hits, String context, List<Fitting> inContext) {

    boolean isEmpty() {
        return wholes.isEmpty() && devices.isEmpty() && hits.isEmpty();
    }
}
