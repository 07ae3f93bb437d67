package io.greenstack.api.imports;

import java.util.List;
import java.util.Map;

import io.greenstack.api.description.ImportStatus;
import io.greenstack.api.description.ImportedFile;

/**
 * How far a job is.
 *
 * @param id id of the job
 * @param state where it is
 * @param scanned whether all packages are found
 * @param packagesFound packages found so far
 * @param packagesDone packages done so far
 * @param counts files by status
 * @param message what ended it early, may be null
 * @param newResults what became of files since the snapshot before
 */
record JobSnapshot(long id, JobState state, boolean scanned, long packagesFound, long packagesDone,
        Map<ImportStatus, Long> counts, String message, List<ImportedFile> newResults) {

    JobSnapshot {
        counts = Map.copyOf(counts);
        newResults = List.copyOf(newResults);
    }

    long count(ImportStatus status) {
        return counts.getOrDefault(status, 0L);
    }
}
