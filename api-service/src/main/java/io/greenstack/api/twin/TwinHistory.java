package io.greenstack.api.twin;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;

/** The last changes of each twin, in a ring of as many rows as are kept, so that nothing has to be cleaned up. */
@ApplicationScoped
class TwinHistory {

    private final Sql sql;
    private final int kept;

    public TwinHistory(Sql sql, TwinSettings settings) {
        this.sql = sql;
        this.kept = settings.history();
    }

    /**
     * A change to be kept.
     *
     * @param deviceId the twin
     * @param version version it led to
     * @param source who made it
     * @param patch what it changed, as JSON
     */
    record Entry(String deviceId, long version, String source, String patch) {}

    /** Keeps changes; belongs into the transaction of the changes. */
    void add(List<Entry> entries, Instant now) {
        if (entries.isEmpty() || kept == 0) {
            return;
        }
        Map<String, Entry> places = new LinkedHashMap<>();
        entries.forEach(entry -> places.put(entry.deviceId() + ' ' + entry.version() % kept, entry));
        Collection<Entry> last = places.values();
        sql.query("insert into device_shadow_change (device_id, place, version, changed_at, source, patch) "
                + "select n.device_id, n.version % :kept, n.version, :now, n.source, n.patch::json "
                + "from unnest(:ids, :versions, :sources, :patches) as n(device_id, version, source, patch) "
                + "on conflict (device_id, place) do update set version = excluded.version, "
                + "changed_at = excluded.changed_at, source = excluded.source, patch = excluded.patch")
                .bind("kept", kept).bind("now", now).array("ids", "text", last, Entry::deviceId)
                .array("versions", "bigint", last, Entry::version).array("sources", "text", last, Entry::source)
                .array("patches", "text", last, Entry::patch).update();
    }

    /** Changes of a twin, newest first. */
    Page<TwinChangeView> page(String deviceId, PageRequest page) {
        String found = " from device_shadow_change where device_id = :device and version > (select "
                + "coalesce(max(version), 0) - :kept from device_shadow where device_id = :device)";
        return sql.query("select version, changed_at, source, patch" + found + " order by version desc")
                .bind("device", deviceId).bind("kept", kept).page(page, "select count(*)" + found,
                        row -> new TwinChangeView(row.number("version"), row.instant("changed_at"), row.text("source"),
                                row.text("patch")));
    }

    /**
     * A change of a twin.
     *
     * @param version version that it led to
     * @param changedAt when
     * @param source who: {@code device}, or {@code user:} and a name
     * @param patch what it changed: merge patches under {@code desired} and {@code reported} (null for all of it: it was deleted),
     *        reasons by JSON pointer under {@code rejected}
     */
    @Schema(name = "ShadowChangeView")
    record TwinChangeView(long version, Instant changedAt, String source,
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String patch) {}
}
