package io.greenstack.api.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.description.ImportedFile.ImportStatus;

/**
 * The state of a job while it is at work here. Packages are done by several threads; the state is written down at
 * checkpoints, so that a job of thousands of packages does not write one row thousands of times.
 */
final class JobProgress {

    private static final int MAX_UNSAVED = 500;

    private final long id;
    private final JobRecords records;
    private final long checkpointNanos;
    private final Map<ImportStatus, Long> counts = new EnumMap<>(ImportStatus.class);
    private List<ImportedFile> unsaved = new ArrayList<>();
    private JobState state = JobState.QUEUED;
    private boolean scanned;
    private long found;
    private long done;
    private String message;
    private long saved = System.nanoTime();
    private volatile boolean cancelled;
    private volatile boolean stopping;

    JobProgress(long id, JobRecords records, long checkpointNanos) {
        this.id = id;
        this.records = records;
        this.checkpointNanos = checkpointNanos;
    }

    long id() {
        return id;
    }

    /** Ends the job as soon as the packages at work are done. */
    void cancel() {
        cancelled = true;
    }

    /** Ends the job because the service stops. */
    void interrupt() {
        stopping = true;
    }

    /** Whether no further package may be begun. */
    boolean over() {
        return cancelled || stopping;
    }

    boolean interrupted() {
        return stopping;
    }

    boolean cancelled() {
        return cancelled;
    }

    synchronized void start() {
        state = JobState.RUNNING;
        save();
    }

    synchronized void packageFound() {
        found++;
    }

    synchronized void allFound() {
        scanned = true;
    }

    /** A package is done. */
    synchronized void packageDone(List<ImportedFile> results) {
        done++;
        add(results);
    }

    /** Files that belong to no package. */
    synchronized void add(List<ImportedFile> results) {
        results.forEach(result -> counts.merge(result.status(), 1L, Long::sum));
        unsaved.addAll(results);
        if (unsaved.size() >= MAX_UNSAVED || System.nanoTime() - saved >= checkpointNanos) {
            save();
        }
    }

    /** Writes the state down, also when nothing happened or the job still waits: a sign of life. */
    synchronized void checkpoint() {
        if (state.active() && System.nanoTime() - saved >= checkpointNanos) {
            save();
        }
    }

    synchronized void end(JobState last, String reason) {
        state = last;
        message = reason;
        save();
    }

    synchronized long refused() {
        return counts.getOrDefault(ImportStatus.REFUSED, 0L);
    }

    private void save() {
        JobSnapshot snapshot = new JobSnapshot(id, state, scanned, found, done, counts, message, unsaved);
        if (records.save(snapshot)) {
            cancelled = true;
        }
        unsaved = new ArrayList<>();
        saved = System.nanoTime();
    }

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
}
