package io.greenstack.api.description;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of a deletion of several descriptions.
 *
 * @param deletedCount how many are gone
 * @param notFound ids that were not there, absent if all were
 * @param message one sentence for a person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkDeletion(int deletedCount, List<Long> notFound, String message) {

    static BulkDeletion of(int asked, List<Long> missing) {
        int deleted = asked - missing.size();
        return new BulkDeletion(deleted, missing.isEmpty() ? null : missing,
                deleted + " deleted" + (missing.isEmpty() ? "." : ", " + missing.size() + " not found."));
    }
}
