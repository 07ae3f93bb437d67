package io.greenstack.api.description;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.RequestDeadline;
import io.greenstack.descriptions.Sparse;

/** Deletes many descriptions: some at once, or all of a kind in steps. */
@ApplicationScoped
public class CatalogReset {

    /** Most ids of one request. */
    public static final int MAX_IDS = 1000;

    private static final int STEP = 200;

    private final DescriptionRemoval removal;
    private final ChangeNotes changes;

    CatalogReset(DescriptionRemoval removal, ChangeNotes changes) {
        this.removal = removal;
        this.changes = changes;
    }

    /** Deletes a description of a kind; 404 when there is none. */
    public void delete(long id, String kind) {
        removal.delete(id, kind);
    }

    /** Deletes those of some descriptions that are there. */
    public BulkDeletion delete(Collection<Long> ids, String kind) {
        List<Long> distinct = ids.stream().distinct().toList();
        return noted(BulkDeletion.of(distinct.size(), removal.deleteAll(distinct, kind)));
    }

    /**
     * Deletes all descriptions of a kind, step by step: what is gone stays gone when a later step fails.
     *
     * @param confirm the kind in lower case, which says that this is meant
     * @throws ApiException 400 when it is not confirmed
     */
    public BulkDeletion reset(String confirm, String kind) {
        String wanted = kind.toLowerCase(Locale.ROOT);
        if (!wanted.equals(confirm)) {
            throw ApiException.invalidParameter("confirm", "this deletes every " + kind
                    + " of the catalog; confirm=" + wanted + " says that it is meant");
        }
        int deleted = 0;
        int some = removal.deleteSome(kind, STEP);
        while (some > 0) {
            deleted += some;
            RequestDeadline.check();
            some = removal.deleteSome(kind, STEP);
        }
        return noted(BulkDeletion.of(deleted, List.of()));
    }

    /** How many are gone; which, the request says, or all. */
    private BulkDeletion noted(BulkDeletion deletion) {
        changes.changed(Map.of("descriptions", deletion.deletedCount()), Map.of("descriptions", 0));
        return deletion;
    }

    /**
     * What became of a deletion of several descriptions.
     *
     * @param deletedCount how many are gone
     * @param notFound ids that were not there, absent if all were
     * @param message one sentence for a person
     */
    public record BulkDeletion(int deletedCount, List<Long> notFound, String message) implements Sparse {

        static BulkDeletion of(int asked, List<Long> missing) {
            int deleted = asked - missing.size();
            return new BulkDeletion(deleted, missing.isEmpty() ? null : missing,
                    deleted + " deleted" + (missing.isEmpty() ? "." : ", " + missing.size() + " not found."));
        }
    }
}
