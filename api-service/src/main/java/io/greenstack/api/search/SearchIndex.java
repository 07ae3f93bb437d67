package io.greenstack.api.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.greenstack.api.description.DescriptionEvents;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Sql;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.SearchDocument;
import io.greenstack.descriptions.SearchEntry;
import io.greenstack.descriptions.SearchType;
import io.greenstack.descriptions.archive.Hashes;

/**
 * Writes what searches find, in the transaction that stores the description. Rows that descriptions share are always written
 * in the same order, things before words, so that transactions may wait for each other but never in a circle.
 */
@ApplicationScoped
class SearchIndex {

    /** Grows whenever other words are made of the same texts; what is stored is renewed then. */
    static final int VERSION = 2;

    private static final int FORMATS = 10_000;
    /** Held together by those that write, alone by the one that tidies up. */
    static final long LOCK = 0x6773_7365_6172_6368L;
    /** Things in one statement: of a file with many times as many, a statement with all of them takes their room once more. */
    private static final int PART = 5_000;

    private final Sql sql;
    private final JsonText json;
    private final DescriptionFormats formats;

    SearchIndex(Sql sql, JsonText json, DescriptionFormats formats) {
        this.sql = sql;
        this.json = json;
        this.formats = formats;
    }

    /** A thing; its words are only made if it is new. */
    private record Thing(UUID hash, SearchEntry entry, int weight, String doc) {

        SearchVector vector() {
            SearchVector vector = entry.type() == SearchType.ENUMERATION
                    ? new SearchVector().values(entry.texts())
                    : new SearchVector().texts(entry.texts());
            new TreeMap<>(entry.codes()).forEach(vector::code);
            return vector;
        }
    }

    /** A whole name of a thing. */
    private record Name(String name, long id, Thing thing) {}

    private record Whole(long id, ReadDescription read, List<UUID> things, SearchVector vector) {}

    /** Version of what is stored for descriptions of a kind: ours and that of the format. */
    int version(String kind) {
        return VERSION * FORMATS + formats.of(kind).version();
    }

    void onWritten(@Observes DescriptionEvents.Written event) {
        write(event.read(), true);
    }

    void onRemoving(@Observes DescriptionEvents.Removing event) {
        release(List.of(event.id()));
    }

    /**
     * Writes the rows of some descriptions; once in a transaction.
     *
     * @param fresh whether none of them has rows yet
     */
    void write(Map<Long, ReadDescription> descriptions, boolean fresh) {
        sql.query("select pg_advisory_xact_lock_shared(:lock)").bind("lock", LOCK).list(row -> true);
        Map<UUID, Thing> things = new TreeMap<>();
        List<Whole> wholes = new ArrayList<>();
        Set<String> words = new TreeSet<>();
        descriptions.forEach((id, read) -> {
            Set<UUID> own = new LinkedHashSet<>();
            for (SearchEntry entry : read.search().entries()) {
                Thing thing = thing(entry);
                own.add(thing.hash());
                things.putIfAbsent(thing.hash(), thing);
            }
            SearchVector vector = vector(read);
            words.addAll(vector.words());
            wholes.add(new Whole(id, read, List.copyOf(own), vector));
        });
        Map<UUID, Long> ids = store(things.values(), words);
        storeWords(words);
        if (!fresh) {
            release(descriptions.keySet());
        }
        wholes.forEach(whole -> store(whole, ids));
    }

    private Thing thing(SearchEntry entry) {
        SearchDoc doc = new SearchDoc(entry.tab(), entry.item(), entry.texts(), new TreeMap<>(entry.codes()),
                new TreeMap<>(entry.facts()));
        String text = json.write(doc).replace("\\u0000", "");
        return new Thing(hash(entry.type() + " " + VERSION + " " + text), entry, weight(doc), text);
    }

    private static int weight(SearchDoc doc) {
        return doc.title() == null ? 0 : doc.title().length();
    }

    private static SearchVector vector(ReadDescription read) {
        SearchVector vector = new SearchVector().texts(read.search().texts());
        vector.code("vendor", read.identity().vendorId());
        vector.code("device", read.identity().deviceId());
        read.identity().additionalDeviceIds().forEach(id -> vector.code("device", id));
        return vector;
    }

    private static UUID hash(String text) {
        ByteBuffer octets = ByteBuffer.wrap(Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)));
        return new UUID(octets.getLong(), octets.getLong());
    }

    /** Writes the things that are new, and adds their words; those of the others are there already. */
    private Map<UUID, Long> store(Collection<Thing> things, Set<String> words) {
        Map<UUID, Long> ids = new HashMap<>();
        List<Thing> all = List.copyOf(things);
        for (int from = 0; from < all.size(); from += PART) {
            ids.putAll(storePart(all.subList(from, Math.min(all.size(), from + PART)), words));
        }
        return ids;
    }

    private Map<UUID, Long> storePart(Collection<Thing> things, Set<String> words) {
        Map<UUID, Long> ids = known(things);
        List<Thing> missing = things.stream().filter(thing -> !ids.containsKey(thing.hash())).toList();
        if (!missing.isEmpty()) {
            List<SearchVector> vectors = missing.stream().map(Thing::vector).toList();
            vectors.forEach(vector -> words.addAll(vector.words()));
            Map<UUID, Long> stored = new HashMap<>();
            sql.query("""
                    insert into search_text (hash, type, weight, tsv)
                    select u.hash, u.type, u.weight, cast(u.tsv as tsvector)
                    from unnest(:hashes, :types, :weights, :vectors) as u (hash, type, weight, tsv)
                    order by u.hash on conflict (hash) do nothing returning hash, id""")
                    .array("hashes", "uuid", missing, Thing::hash)
                    .array("types", "text", missing, thing -> thing.entry().type().name())
                    .array("weights", "integer", missing, Thing::weight)
                    .array("vectors", "text", vectors, SearchVector::text)
                    .list(row -> stored.put(row.get("hash", UUID.class), row.number("id")));
            ids.putAll(stored);
            storeRest(missing, vectors, stored);
            List<Thing> others = missing.stream().filter(thing -> !ids.containsKey(thing.hash())).toList();
            ids.putAll(known(others));
        }
        return ids;
    }

    /** Writes what is shown of new things, and their names. */
    private void storeRest(List<Thing> things, List<SearchVector> vectors, Map<UUID, Long> stored) {
        List<Thing> own = things.stream().filter(thing -> stored.containsKey(thing.hash())).toList();
        sql.query("insert into search_doc (text_id, doc) select u.id, u.doc from unnest(:ids, :docs) as u (id, doc)")
                .array("ids", "bigint", own, thing -> stored.get(thing.hash()))
                .array("docs", "text", own, Thing::doc).update();
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < things.size(); i++) {
            Thing thing = things.get(i);
            Long id = stored.get(thing.hash());
            if (id != null) {
                vectors.get(i).names().forEach(name -> names.add(new Name(name, id, thing)));
            }
        }
        sql.query("""
                insert into search_name (name, text_id, type, weight) select u.name, u.id, u.type, u.weight
                from unnest(:names, :ids, :types, :weights) as u (name, id, type, weight)""")
                .array("names", "text", names, Name::name).array("ids", "bigint", names, Name::id)
                .array("types", "text", names, name -> name.thing().entry().type().name())
                .array("weights", "integer", names, name -> name.thing().weight()).update();
    }

    private Map<UUID, Long> known(Collection<Thing> things) {
        Map<UUID, Long> ids = new HashMap<>();
        if (!things.isEmpty()) {
            sql.query("select hash, id from search_text where hash = any(:hashes)")
                    .array("hashes", "uuid", things, Thing::hash)
                    .list(row -> ids.put(row.get("hash", UUID.class), row.number("id")));
        }
        return ids;
    }

    private void storeWords(Set<String> words) {
        Set<String> missing = new TreeSet<>(words);
        sql.query("select word from search_word where word = any(:words)").array("words", "text", words)
                .list(row -> missing.remove(row.text("word")));
        if (!missing.isEmpty()) {
            sql.query("""
                    insert into search_word (word, near)
                    select u.word, string_to_array(u.near, ' ') from unnest(:words, :near) as u (word, near)
                    order by u.word collate "C" on conflict (word) do nothing""").array("words", "text", missing)
                    .array("near", "text", missing,
                            word -> NearWords.isWord(word) ? String.join(" ", NearWords.keys(word)) : "")
                    .update();
        }
    }

    private void store(Whole whole, Map<UUID, Long> ids) {
        SearchDocument search = whole.read().search();
        SearchDoc doc = new SearchDoc(null, null, search.texts(), Map.of(), Map.of());
        sql.query(
                """
                        insert into search_description (description_id, version, kind, vendor, revision, features, weight, doc,
                            tsv, text_ids)
                        values (:id, :version, :kind, :vendor, :revision, :features, :weight, :doc, cast(:tsv as tsvector), :texts)
                        on conflict (description_id) do update set version = excluded.version, kind = excluded.kind,
                            vendor = excluded.vendor, revision = excluded.revision, features = excluded.features,
                            weight = excluded.weight, doc = excluded.doc, tsv = excluded.tsv, text_ids = excluded.text_ids""")
                .bind("id", whole.id()).bind("version", version(whole.read().kind())).bind("kind", whole.read().kind())
                .bind("vendor", whole.read().product().vendorName()).bind("revision", search.revision())
                .array("features", "text", search.features()).bind("weight", weight(doc))
                .bind("doc", json.write(doc).replace("\\u0000", "")).bind("tsv", whole.vector().text())
                .array("texts", "bigint", whole.things(), ids::get).update();
        sql.query(
                "insert into search_part (text_id, description_id) select distinct u.id, :id from unnest(:texts) as u (id) "
                        + "order by u.id on conflict do nothing")
                .bind("id", whole.id())
                .array("texts", "bigint", whole.things(), ids::get).update();
    }

    /** Notes that the things of some descriptions may be nobody's any longer. */
    private void release(Collection<Long> descriptions) {
        sql.query("""
                insert into search_orphan (text_id)
                select distinct u.id from search_description d cross join unnest(d.text_ids) as u (id)
                where d.description_id = any(:ids) order by u.id on conflict (text_id) do nothing""")
                .array("ids", "bigint", descriptions).update();
        sql.query("""
                delete from search_part p using search_description d cross join unnest(d.text_ids) as u (id)
                where d.description_id = any(:ids) and p.text_id = u.id and p.description_id = d.description_id""")
                .array("ids", "bigint", descriptions).update();
        sql.query("""
                insert into search_orphan_word (word)
                select distinct u.word from search_description d cross join unnest(tsvector_to_array(d.tsv)) as u (word)
                where d.description_id = any(:ids) and u.word !~ '^[=~#]' order by u.word
                on conflict (word) do nothing""").array("ids", "bigint", descriptions).update();
    }

    /** Descriptions whose rows are missing or those of an older version; locked, those that others hold left out. */
    List<Long> lockStale(String kind, int limit) {
        return sql.query("""
                select d.id from description d where d.kind = :kind and not exists (select 1 from search_description s
                    where s.description_id = d.id and s.version >= :version)
                order by d.id limit :limit for no key update of d skip locked""").bind("kind", kind)
                .bind("version", version(kind)).bind("limit", limit).list(row -> row.number("id"));
    }

    /** Lets a description that cannot be read any longer be found by what lists show of it. */
    void writeNames(long id, String kind) {
        sql.query("""
                insert into search_description (description_id, version, kind, vendor, features, weight, doc, tsv,
                    text_ids)
                select id, :version, kind, vendor_name, '{}', length(product_name), :doc,
                    to_tsvector('simple'::regconfig, lower(product_name || ' ' || coalesce(vendor_name, ''))), '{}'
                from description where id = :id
                on conflict (description_id) do update set version = excluded.version""").bind("id", id)
                .bind("version", version(kind))
                .bind("doc", json.write(new SearchDoc(null, null, List.of(), Map.of(), Map.of()))).update();
    }
}
