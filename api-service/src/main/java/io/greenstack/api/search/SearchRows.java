package io.greenstack.api.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Sql;
import io.greenstack.descriptions.SearchType;

/** Statements of searches. Conditions are texts of {@code tsquery} whose lexemes are quoted, so that none is bad. */
@ApplicationScoped
class SearchRows {

    private static final int MOST_NEAR = 2000;
    private static final int MOST_DEVICE_WORDS = 20_000;
    /** Narrows descriptions {@code s}; what nothing is asked of is left out of the plan. */
    static final String FILTER = "\n" + """
            and (:kind = '' or s.kind = :kind) and (cardinality(:vendors) = 0 or s.vendor = any(:vendors))
            and (cardinality(:revisions) = 0 or s.revision = any(:revisions))
            and (cardinality(:features) = 0 or s.features @> :features)
            and (:context = '' or s.tsv @@ cast(:context as tsquery))""";

    private final Sql sql;
    private final JsonText json;

    SearchRows(Sql sql, JsonText json) {
        this.sql = sql;
        this.json = json;
    }

    /** A thing that fits, the best first. */
    record Fitting(long id, SearchType type, int rank) {}

    /** A thing of a description. */
    record Hit(long textId, SearchType type, int rank, SearchDoc doc, long descriptionId, String kind, String vendor,
            String product, long deviceId) {}

    /** A description that fits by itself. */
    record Whole(long id, String kind, int rank, SearchDoc doc, long vendorId, long deviceId, String vendor,
            String product, String productIds, String fileVersion, Integer major, Integer minor) {}

    /** A device that fits. */
    record FoundDevice(String id, String name, String location, String notes, Long descriptionId) {}

    /** How often a facet has a value. */
    record Count(String facet, String value, long count) {}

    /**
     * Bounds the statements of this transaction. A plan without the index is never better, and one that was made for any
     * condition reads the condition again for each row.
     */
    void prepare(int millis) {
        sql.query("select set_config('statement_timeout', :millis, true), set_config('enable_seqscan', 'off', true), "
                + "set_config('jit', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)")
                .bind("millis", String.valueOf(millis)).list(row -> true);
    }

    /** The descriptions that have some things, so many for each type, in the order of the things. */
    List<Hit> hits(List<Fitting> fitting, SearchFilter filter, String context, int most) {
        List<SearchType> types = fitting.stream().map(Fitting::type).distinct().toList();
        return filtered(sql.query("""
                with ranked as materialized (select r.id, r.type, r.rank, r.place
                    from unnest(:ids, :types, :ranks) with ordinality as r (id, type, rank, place))
                select h.id, h.type, h.rank, t.doc, d.id as description_id, d.kind, d.vendor_name, d.product_name,
                    d.device_id
                from unnest(:wanted) as w (type) cross join lateral (
                    select r.id, r.type, r.rank, r.place, o.description_id
                    from (select * from ranked where ranked.type = w.type order by place) r
                    cross join lateral (select s.description_id from search_part p
                        join search_description s on s.description_id = p.description_id
                        where p.text_id = r.id""" + FILTER + """
                         limit :most) o
                    limit :most) h
                join search_doc t on t.text_id = h.id join description d on d.id = h.description_id
                order by h.place, h.description_id desc"""), filter, context).bind("most", most)
                .array("ids", "bigint", fitting, Fitting::id).array("types", "text", fitting, Fitting::type)
                .array("ranks", "integer", fitting, Fitting::rank).array("wanted", "text", types)
                .list(row -> new Hit(row.number("id"), row.constant("type", SearchType.class),
                        (int) row.number("rank"), doc(row), row.number("description_id"), row.text("kind"),
                        row.text("vendor_name"), row.text("product_name"), row.number("device_id")));
    }

    private SearchDoc doc(Sql.Row row) {
        return json.read(row.text("doc"), SearchDoc.class);
    }

    static Sql.Query filtered(Sql.Query query, SearchFilter filter, String context) {
        return query.bind("kind", filter.kind()).array("vendors", "text", filter.vendors())
                .array("revisions", "text", filter.revisions()).array("features", "text", filter.features())
                .bind("context", context);
    }

    /** Descriptions that fit by themselves, so many of each kind. */
    List<Whole> wholes(SearchQuery query, String words, SearchFilter filter, int most) {
        return filtered(
                sql.query(
                        """
                                with fitting as materialized (select s.description_id, s.kind, s.weight,
                                        case when s.tsv @@ cast(:exact as tsquery) then 4 when s.tsv @@ cast(:start as tsquery) then 3
                                            when s.tsv @@ cast(:names as tsquery) then 2 else 1 end as rank
                                    from search_description s where (s.tsv @@ cast(:exact as tsquery) or s.tsv @@ cast(:start as tsquery)
                                        or s.tsv @@ cast(:words as tsquery))"""
                                + FILTER
                                + """
                                            ), placed as (select f.*, row_number() over (partition by f.kind
                                                order by f.rank desc, f.weight, f.description_id desc) as place from fitting f)
                                        select p.rank, s.doc, d.id, d.kind, d.vendor_id, d.device_id, d.vendor_name, d.product_name,
                                            array_to_string(d.product_ids, ', ') as product_ids, d.file_version, d.major_revision,
                                            d.minor_revision
                                        from placed p join search_description s on s.description_id = p.description_id
                                        join description d on d.id = p.description_id
                                        where p.place <= :most order by p.place, p.kind"""),
                filter, "").bind("exact", query.exact())
                .bind("start", query.start()).bind("names", query.names()).bind("words", words).bind("most", most)
                .list(row -> new Whole(row.number("id"), row.text("kind"), (int) row.number("rank"), doc(row),
                        row.number("vendor_id"), row.number("device_id"), row.text("vendor_name"),
                        row.text("product_name"), row.text("product_ids"), row.text("file_version"),
                        row.get("major_revision", Integer.class), row.get("minor_revision", Integer.class)));
    }

    /** Which of some conditions any description fulfils by itself. */
    List<Boolean> named(Collection<String> conditions) {
        List<Boolean> named = new ArrayList<>();
        sql.query("""
                select exists (select 1 from search_description s where s.tsv @@ cast(c.text as tsquery)) as named
                from unnest(:conditions) with ordinality as c (text, place) order by c.place""")
                .array("conditions", "text", conditions).list(row -> named.add(row.flag("named")));
        return named;
    }

    List<FoundDevice> devices(String condition, String kind, int most) {
        return sql.query("""
                select id, name, location, notes, description_id from device
                where search @@ cast(:condition as tsquery) and (:kind = '' or kind = :kind)
                order by length(coalesce(name, id)), id limit :most""").bind("condition", condition).bind("kind", kind)
                .bind("most", most).list(row -> new FoundDevice(row.text("id"), row.text("name"),
                        row.text("location"), row.text("notes"), row.get("description_id", Long.class)));
    }

    /** Words that a misspelt one may be meant for, in no order. */
    List<String> near(Collection<String> keys) {
        return sql.query("select word from search_word where near && :keys limit :most").array("keys", "text", keys)
                .bind("most", MOST_NEAR).list(row -> row.text("word"));
    }

    /** Words of registered devices, where mistakes are looked for. */
    List<String> deviceWords() {
        return sql.query("""
                select distinct w.word from device d cross join unnest(tsvector_to_array(d.search)) as w (word)
                where w.word ~ '^[[:alpha:]]{4,24}$' limit :most""").bind("most", MOST_DEVICE_WORDS)
                .list(row -> row.text("word"));
    }

    /** Vendors, or names of products, of descriptions that fit a condition. */
    List<String> names(String column, String condition, int most) {
        return sql.query("select distinct " + (column.equals("vendor") ? "s.vendor" : "d.product_name")
                + " as name from search_description s join description d on d.id = s.description_id "
                + "where s.tsv @@ cast(:condition as tsquery) limit :most").bind("condition", condition)
                .bind("most", most).list(row -> row.text("name")).stream().filter(name -> name != null).toList();
    }
}
