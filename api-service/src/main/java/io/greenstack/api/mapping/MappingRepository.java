package io.greenstack.api.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;
import io.greenstack.core.message.JsonObjects;
import io.greenstack.mappings.Mapping;
import io.greenstack.mappings.MappingJson;

/** Access to the tables of mappings. */
@ApplicationScoped
class MappingRepository {

    private static final long LOCK = 0x6d617070696e67L;
    private static final int MOST_VERSIONS = 50;

    private final Sql sql;

    MappingRepository(Sql sql) {
        this.sql = sql;
    }

    /** One page, in the order of their names. */
    Page<MappingView> page(Boolean enabled, PageRequest page) {
        String where = " where (:enabled::boolean is null or enabled = :enabled)";
        return sql.query("select * from mapping" + where + " order by lower(name)").bind("enabled", enabled)
                .page(page, "select count(*) from mapping" + where, MappingRepository::read);
    }

    Optional<MappingView> find(long id) {
        return sql.query("select * from mapping where id = :id").bind("id", id).first(MappingRepository::read);
    }

    /** The mapping, which nobody else changes until the end of the transaction. */
    Optional<MappingView> lock(long id) {
        return sql.query("select * from mapping where id = :id for update").bind("id", id)
                .first(MappingRepository::read);
    }

    boolean nameTaken(String name, long except) {
        return sql.query("select count(*) from mapping where lower(name) = lower(:name) and id <> :except")
                .bind("name", name).bind("except", except).one(row -> row.number(1)) > 0;
    }

    long count() {
        return sql.query("select count(*) from mapping").one(row -> row.number(1));
    }

    /** Stores a new mapping; answers its number. */
    long insert(Mapping mapping, boolean enabled, Instant now, String who) {
        long id = sql.query(
                """
                        insert into mapping (name, enabled, version, document, created_at, created_by, updated_at, updated_by)
                        values (:name, :enabled, 1, :document::jsonb, :now, :who, :now, :who) returning id""")
                .bind("name", mapping.name()).bind("enabled", enabled).bind("document", document(mapping))
                .bind("now", now).bind("who", who).one(row -> row.number("id"));
        keep(id);
        return id;
    }

    /** Replaces a mapping that is locked; the one before stays as a version. */
    void update(long id, Mapping mapping, boolean enabled, Instant now, String who) {
        sql.query("""
                update mapping set name = :name, enabled = :enabled, version = version + 1, document = :document::jsonb,
                updated_at = :now, updated_by = :who where id = :id""").bind("id", id).bind("name", mapping.name())
                .bind("enabled", enabled).bind("document", document(mapping)).bind("now", now).bind("who", who)
                .update();
        keep(id);
        sql.query("delete from mapping_version where mapping_id = :id and version <= (select version from mapping "
                + "where id = :id) - :most").bind("id", id).bind("most", MOST_VERSIONS).update();
    }

    private void keep(long id) {
        sql.query("""
                insert into mapping_version (mapping_id, version, enabled, document, changed_at, changed_by)
                select id, version, enabled, document, updated_at, updated_by from mapping where id = :id""")
                .bind("id", id).update();
    }

    boolean delete(long id) {
        return sql.query("delete from mapping where id = :id").bind("id", id).update() == 1;
    }

    /** Versions of a mapping, newest first. */
    List<MappingView> versions(long id) {
        return sql.query("""
                select mapping_id as id, version, enabled, document, changed_at as updated_at, changed_by as updated_by
                from mapping_version where mapping_id = :id order by version desc""").bind("id", id)
                .list(MappingRepository::read);
    }

    /** Waits until no other replica publishes mappings; holds until the end of the transaction. */
    void lockPublishing() {
        sql.query("select pg_advisory_xact_lock(:key) is null as locked").bind("key", LOCK)
                .one(row -> row.flag("locked"));
    }

    /** Those that hold, as the bridge reads them, by id. */
    Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        sql.query("select id, document from mapping where enabled order by id")
                .list(row -> documents.put(row.text("id"), row.text("document")));
        return documents;
    }

    private static String document(Mapping mapping) {
        return JsonText.storable(new String(JsonObjects.object(json -> MappingJson.write(mapping, json)),
                StandardCharsets.UTF_8));
    }

    private static MappingView read(Sql.Row row) {
        try {
            return MappingView.of(row.number("id"), (int) row.number("version"), row.flag("enabled"),
                    MappingJson.read(row.text("document").getBytes(StandardCharsets.UTF_8)), row.instant("updated_at"),
                    row.text("updated_by"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
