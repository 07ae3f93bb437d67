package io.greenstack.api.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.Sql;

/** Deletes what searches find though no description has it any longer. */
@ApplicationScoped
class SearchTidying {

    private static final int MOST = 500;

    private final Sql sql;

    SearchTidying(Sql sql) {
        this.sql = sql;
    }

    /** Deletes some of it, unless something is being written; answers whether there may be more. */
    boolean tidy() {
        if (!sql.query("select pg_try_advisory_xact_lock(:lock) as alone").bind("lock", SearchIndex.LOCK)
                .<Boolean>one(row -> row.flag("alone"))) {
            return false;
        }
        List<Long> orphans = sql.query("delete from search_orphan where text_id in (select text_id from search_orphan "
                + "order by text_id limit :limit) returning text_id").bind("limit", MOST)
                .list(row -> row.number("text_id"));
        Set<String> words = new HashSet<>(sql.query("delete from search_orphan_word where word in (select word from "
                + "search_orphan_word order by word limit :limit) returning word").bind("limit", MOST)
                .list(row -> row.text("word")));
        boolean more = orphans.size() == MOST || words.size() == MOST;
        words.addAll(deleteTexts(orphans));
        words.removeIf(word -> !SearchVector.isWord(word));
        if (!words.isEmpty()) {
            sql.query("""
                    delete from search_word w using unnest(:words, :queries) as u (word, query) where w.word = u.word
                        and not exists (select 1 from search_text t where t.tsv @@ cast(u.query as tsquery))
                        and not exists (select 1 from search_description d where d.tsv @@ cast(u.query as tsquery))""")
                    .array("words", "text", words).array("queries", "text", words, SearchVector::quoted).update();
        }
        return more;
    }

    /** Deletes those of some things that no description has, and what goes with them; answers their lexemes. */
    private Set<String> deleteTexts(Collection<Long> orphans) {
        Map<Long, List<String>> deleted = new HashMap<>();
        sql.query("""
                delete from search_text t where t.id = any(:ids)
                    and not exists (select 1 from search_part p where p.text_id = t.id)
                returning t.id, tsvector_to_array(t.tsv) as words""").array("ids", "bigint", orphans)
                .list(row -> deleted.put(row.number("id"), row.texts("words")));
        Set<String> lexemes = new HashSet<>();
        List<Map.Entry<String, Long>> names = new ArrayList<>();
        deleted.forEach((id, own) -> {
            lexemes.addAll(own);
            SearchVector.names(own).forEach(name -> names.add(Map.entry(name, id)));
        });
        sql.query("delete from search_doc where text_id = any(:ids)").array("ids", "bigint", deleted.keySet()).update();
        sql.query("delete from search_name n using unnest(:names, :ids) as u (name, id) "
                + "where n.name = u.name and n.text_id = u.id").array("names", "text", names, Map.Entry::getKey)
                .array("ids", "bigint", names, Map.Entry::getValue).update();
        return lexemes;
    }
}
