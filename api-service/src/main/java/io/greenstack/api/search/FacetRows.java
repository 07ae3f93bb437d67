package io.greenstack.api.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.Sql;
import io.greenstack.api.search.SearchRows.Count;
import io.greenstack.api.search.SearchRows.Fitting;

/**
 * Counts descriptions by facets. Descriptions with the same values in all facets are counted by the key that they share, which
 * an index has; the values are read of one of them.
 */
@ApplicationScoped
class FacetRows {

    private static final int MOST = 200;

    private final Sql sql;

    FacetRows(Sql sql) {
        this.sql = sql;
    }

    /**
     * Counts of descriptions by the values of each facet: those that fit, those that have things that do, and those of a
     * context that have some other things. The last that a transaction of a search asks, because it changes how plans are made.
     */
    List<Count> facets(String words, List<Fitting> fitting, SearchFilter filter, String context,
            List<Fitting> inContext) {
        // Thousands may fit: to read an index in one go is better than to look each up.
        sql.query("select set_config('enable_seqscan', 'on', true), set_config('enable_nestloop', 'off', true)")
                .list(row -> true);
        Map<Long, Long> counts = new HashMap<>();
        // As the result of a statement, the estimate for an array does not look at each of its elements.
        SearchRows.filtered(sql.query("""
                select count(*) as n, min(s.description_id) as example from search_description s
                where s.description_id in (
                    select w.description_id from search_description w where w.tsv @@ cast(:words as tsquery)
                    union all select p.description_id from search_part p
                        where p.text_id = any(array(select unnest(:ids)))
                    union all select p.description_id from search_part p join search_description a
                        on a.description_id = p.description_id
                        where p.text_id = any(array(select unnest(:others))) and a.tsv @@ cast(:around as tsquery))"""
                + SearchRows.FILTER + " group by s.facets"), filter, "").bind("words", words).bind("around", context)
                .array("ids", "bigint", fitting, Fitting::id).array("others", "bigint", inContext, Fitting::id)
                .list(row -> counts.put(row.number("example"), row.number("n")));
        Map<String, Map<String, Long>> facets = new TreeMap<>();
        if (!counts.isEmpty()) {
            sql.query("select description_id, kind, vendor, revision, features from search_description "
                    + "where description_id = any(:examples)").array("examples", "bigint", counts.keySet())
                    .list(row -> count(facets, row, counts.get(row.number("description_id"))));
        }
        List<Count> all = new ArrayList<>();
        all.add(new Count("total", "", counts.values().stream().mapToLong(Long::longValue).sum()));
        facets.forEach((facet, values) -> values.entrySet().stream()
                .map(each -> new Count(facet, each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong((Count each) -> -each.count()).thenComparing(Count::value))
                .limit(MOST).forEach(all::add));
        return all;
    }

    private static boolean count(Map<String, Map<String, Long>> facets, Sql.Row row, long count) {
        add(facets, "kind", row.text("kind"), count);
        add(facets, "vendor", row.text("vendor"), count);
        add(facets, "revision", row.text("revision"), count);
        row.texts("features").forEach(feature -> add(facets, "feature", feature, count));
        return true;
    }

    private static void add(Map<String, Map<String, Long>> facets, String facet, String value, long count) {
        if (value != null) {
            facets.computeIfAbsent(facet, key -> new HashMap<>()).merge(value, count, Long::sum);
        }
    }
}
