package io.greenstack.api.description;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;

/**
 * Takes descriptions out of the catalog with everything that belongs to them. Devices that were bound to one are bound anew in
 * the same transaction. Ids are never given again, so nothing that somebody kept under an id can be taken for another one.
 */
@ApplicationScoped
@Transactional
class DescriptionRemoval {

    private final DescriptionRepository descriptions;
    private final DescriptionRows rows;
    private final Event<DescriptionEvents.Removing> removing;
    private final ChangeNotes changes;

    DescriptionRemoval(DescriptionRepository descriptions, DescriptionRows rows,
            Event<DescriptionEvents.Removing> removing, ChangeNotes changes) {
        this.descriptions = descriptions;
        this.rows = rows;
        this.removing = removing;
        this.changes = changes;
    }

    /**
     * Deletes a description.
     *
     * @param kind kind it must have, null = any
     * @throws ApiException 404 when there is none
     */
    public void delete(long id, String kind) {
        DescriptionSummary gone = descriptions.summary(id, kind)
                .orElseThrow(() -> ApiException.unknownDescription(id));
        if (!remove(id, kind)) {
            throw ApiException.unknownDescription(id);
        }
        changes.changed(gone, null);
    }

    /** Deletes those of some descriptions that are there, in one transaction; answers the ids that were not. */
    public List<Long> deleteAll(Collection<Long> ids, String kind) {
        List<Long> missing = new ArrayList<>();
        for (long id : new TreeSet<>(ids)) {
            if (!remove(id, kind)) {
                missing.add(id);
            }
        }
        return missing;
    }

    /** Deletes up to so many descriptions of a kind in one transaction; answers how many there were. */
    public int deleteSome(String kind, int limit) {
        List<Long> ids = descriptions.ids(kind, limit);
        return ids.size() - deleteAll(ids, kind).size();
    }

    private boolean remove(long id, String kind) {
        if (!rows.lockForDelete(id, kind)) {
            return false;
        }
        removing.fire(new DescriptionEvents.Removing(id));
        rows.remove(id);
        return true;
    }
}
