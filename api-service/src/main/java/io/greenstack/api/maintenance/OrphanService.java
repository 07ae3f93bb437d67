package io.greenstack.api.maintenance;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.Sql;

/** Finds and removes what is left over. */
@ApplicationScoped
@Transactional
class OrphanService {

    private final Sql sql;
    private final ChangeNotes changes;

    OrphanService(Sql sql, ChangeNotes changes) {
        this.sql = sql;
        this.changes = changes;
    }

    /**
     * How many there are of a kind.
     *
     * @param kind what they are
     * @param count how many
     */
    record Orphans(OrphanKind kind, long count) {}

    /** All kinds, also those of which there are none. */
    public List<Orphans> find() {
        return Stream.of(OrphanKind.values())
                .map(kind -> new Orphans(kind, sql.query(kind.count()).one(row -> row.number("rows")))).toList();
    }

    /** Removes some kinds, all in one transaction; answers how many there were. */
    public List<Orphans> remove(Set<OrphanKind> kinds) {
        Map<OrphanKind, Integer> removed = new EnumMap<>(OrphanKind.class);
        for (OrphanKind kind : OrphanKind.values()) {
            if (kinds.contains(kind)) {
                removed.put(kind, sql.query(kind.removal()).update());
            }
        }
        changes.changed(removed, null);
        return removed.entrySet().stream().map(each -> new Orphans(each.getKey(), each.getValue())).toList();
    }
}
