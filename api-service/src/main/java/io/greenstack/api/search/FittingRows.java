package io.greenstack.api.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Sql;
import io.greenstack.api.search.SearchRows.Fitting;
import io.greenstack.descriptions.SearchType;

/**
 * Which things fit a query. Rows come as arrays and are put in order here: thousands of them are looked at, and the database
 * takes longer to sort and send them one by one than to find them.
 */
@ApplicationScoped
class FittingRows {

    /** Things of one rank that are looked at; of more than these, which ones count is left to chance. */
    static final int MOST = 3000;
    private static final int MOST_NAMES = 1000;
    /** Words with the same beginning up to which they are asked for one by one, which takes an eighth of the time. */
    private static final int MOST_BEGUN = 16;
    /** Makes a text come behind all that begin with it. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);
    private static final int EXACT = 4;
    private static final int START = 3;
    private static final String TYPES = """
            and type = any(:types) and (type <> 'ENUMERATION' or tsv @@ cast(:values as tsquery)) limit :most""";

    private final Sql sql;
    private final JsonText json;

    FittingRows(Sql sql, JsonText json) {
        this.sql = sql;
        this.json = json;
    }

    private record Candidate(int rank, long weight, Fitting fitting) {}

    /**
     * Things that fit, in stages, the best first of each type: once there are as many as are looked at, worse ones are not
     * asked for.
     *
     * @param any whether one of the terms is enough
     */
    List<Fitting> fitting(SearchQuery query, boolean any, Set<SearchType> types) {
        Map<Long, Fitting> fitting = new LinkedHashMap<>();
        List<String> names = query.wholes();
        add(fitting, types, sql.query(gathered("(select id, type, weight, " + EXACT + " as rank from search_text "
                + "where tsv @@ cast(:others as tsquery)" + TYPES + ") union all (select text_id, type, weight, "
                + EXACT
                + " from search_name where name = any(:names) and type = any(:types) limit :most)"))
                .bind("others", query.others()).bind("values", query.values()).array("names", "text", names));
        if (fitting.size() < MOST) {
            add(fitting, types, sql.query(gathered("select n.text_id as id, n.type, n.weight, " + START
                    + " as rank from unnest(:names) as s (name) join search_name n on n.name ~>=~ s.name "
                    + "and n.name ~<~ (s.name || :last) where n.type = any(:types) limit :most"))
                    .array("names", "text", names).bind("last", LAST));
        }
        if (fitting.size() < MOST) {
            Map<String, List<String>> begun = begun(query.beginnings());
            add(fitting, types,
                    sql.query(gathered("select id, type, weight, case when tsv @@ cast(:in_names as tsquery) "
                            + "then 2 else 1 end as rank from search_text where tsv @@ cast(:condition as tsquery)"
                            + TYPES))
                            .bind("condition", query.things(any, begun)).bind("in_names", query.names(begun))
                            .bind("values", query.values()));
        }
        return List.copyOf(fitting.values());
    }

    private static String gathered(String rows) {
        return "select array_agg(f.id) as ids, array_agg(array_position(:types, f.type)) as types, "
                + "array_agg(f.weight) as weights, array_agg(f.rank) as ranks from (" + rows + ") f";
    }

    private static void add(Map<Long, Fitting> fitting, Set<SearchType> types, Sql.Query query) {
        List<SearchType> wanted = List.copyOf(types);
        query.array("types", "text", wanted).bind("most", MOST).one(row -> candidates(row, wanted)).stream()
                .sorted(Comparator.comparingInt((Candidate each) -> -each.rank()).thenComparingLong(Candidate::weight)
                        .thenComparingLong(each -> each.fitting().id()))
                .forEach(each -> fitting.putIfAbsent(each.fitting().id(), each.fitting()));
    }

    private static List<Candidate> candidates(Sql.Row row, List<SearchType> types) {
        long[] ids = row.numbers("ids");
        long[] places = row.numbers("types");
        long[] weights = row.numbers("weights");
        long[] ranks = row.numbers("ranks");
        List<Candidate> candidates = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            candidates.add(new Candidate((int) ranks[i], weights[i],
                    new Fitting(ids[i], types.get((int) places[i] - 1), (int) ranks[i])));
        }
        return candidates;
    }

    /** All words that there are with some beginnings, of those beginnings that only a few have. */
    private Map<String, List<String>> begun(Collection<String> beginnings) {
        Map<String, List<String>> begun = new HashMap<>();
        if (!beginnings.isEmpty()) {
            sql.query("""
                    select b.word, array(select w.word from search_word w where w.word ~>=~ b.word
                        and w.word ~<~ (b.word || :last) limit :most) as words from unnest(:beginnings) as b (word)""")
                    .bind("last", LAST).bind("most", MOST_BEGUN + 1).array("beginnings", "text", beginnings)
                    .list(row -> begun.put(row.text("word"), row.texts("words")));
            begun.values().removeIf(words -> words.size() > MOST_BEGUN);
        }
        return begun;
    }

    /** Some things of a type that have a name which begins with one of some texts, each name once, short ones first. */
    List<SearchDoc> begunBy(List<String> beginnings, SearchType type, int most) {
        return sql.query("""
                select d.doc from (select distinct on (m.weight, m.id) m.weight, m.id from (select n.name,
                        min(n.weight) as weight, min(n.text_id) as id from (select i.* from unnest(:names) as s (name)
                        join search_name i on i.name ~>=~ s.name and i.name ~<~ (s.name || :last)
                        where i.type = :type limit :names_most) n group by n.name) m
                    order by m.weight, m.id limit :most) f
                join search_doc d on d.text_id = f.id order by f.weight, f.id""")
                .array("names", "text", beginnings).bind("last", LAST).bind("type", type)
                .bind("names_most", MOST_NAMES).bind("most", most)
                .list(row -> json.read(row.text("doc"), SearchDoc.class));
    }
}
