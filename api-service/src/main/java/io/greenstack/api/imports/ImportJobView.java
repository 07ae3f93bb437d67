package io.greenstack.api.imports;

import java.time.Instant;
import java.util.List;

import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.description.ImportedFile.ImportStatus;
import io.greenstack.descriptions.Sparse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An import job.
 *
 * @param id id among jobs
 * @param source where its files come from
 * @param label names of the uploaded files, or the folder
 * @param state where it is
 * @param requestedBy who asked for it
 * @param requestedAt when
 * @param startedAt when it began, absent while it waits
 * @param finishedAt when it ended, absent before
 * @param scanned whether all packages are found; only then {@code packages_found} is the total
 * @param packagesFound packages found so far
 * @param packagesDone packages read and stored, or refused
 * @param imported files with this status, see {@link ImportStatus}; the same for the four others
 * @param totalResults number of file results
 * @param message what ended it early, absent otherwise
 * @param results one page of the file results, in the order in which packages were done; absent in lists and events
 */
@RegisterForReflection
public record ImportJobView(long id, JobSource source, String label, JobState state, String requestedBy,
        Instant requestedAt, Instant startedAt, Instant finishedAt, boolean scanned, long packagesFound,
        long packagesDone, long imported, long alreadyKnown, long replaced, long refused, long ignored,
        long totalResults, String message, List<ImportedFile> results) implements Sparse {}
