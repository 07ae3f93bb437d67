package io.greenstack.api.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.description.ImportedFile.ImportStatus;
import io.greenstack.api.imports.JobProgress.JobSnapshot;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;

/** The records of import jobs, each change in a transaction of its own. */
@ApplicationScoped
class JobRecords {

    private static final int MAX_LABEL = 500;

    private final ImportJobRepository jobs;
    private final Clock clock;

    @Inject
    JobRecords(ImportJobRepository jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Makes the record of a job that waits. */
    @Transactional
    ImportJobView create(JobSource source, String label, String by, String instance) {
        ImportJob job = new ImportJob();
        job.source = source;
        job.label = label.length() <= MAX_LABEL ? label : label.substring(0, MAX_LABEL - 3) + "...";
        job.state = JobState.QUEUED;
        job.instance = instance;
        job.requestedBy = by;
        job.requestedAt = clock.instant();
        job.heartbeatAt = job.requestedAt;
        jobs.persistAndFlush(job);
        return view(job, null);
    }

    /**
     * Writes down how far a job is and what became of further files.
     *
     * @return whether somebody wants the job to end
     */
    @Transactional
    boolean save(JobSnapshot snapshot) {
        ImportJob job = jobs.findById(snapshot.id());
        if (job == null) {
            return true;
        }
        Instant now = clock.instant();
        job.state = snapshot.state();
        job.startedAt = job.startedAt == null && snapshot.state() != JobState.QUEUED ? now : job.startedAt;
        job.finishedAt = snapshot.state().active() ? null : now;
        job.heartbeatAt = now;
        job.scanned = snapshot.scanned();
        job.packagesFound = snapshot.packagesFound();
        job.packagesDone = snapshot.packagesDone();
        job.imported = snapshot.count(ImportStatus.IMPORTED);
        job.alreadyKnown = snapshot.count(ImportStatus.ALREADY_KNOWN);
        job.replaced = snapshot.count(ImportStatus.REPLACED);
        job.refused = snapshot.count(ImportStatus.REFUSED);
        job.ignored = snapshot.count(ImportStatus.IGNORED);
        job.message = snapshot.message();
        jobs.insertResults(job.id, job.results, snapshot.newResults());
        job.results += snapshot.newResults().size();
        return job.cancelWanted;
    }

    /** Asks whichever instance runs a job to end it. */
    @Transactional
    void wantCancel(long id) {
        jobs.wantCancel(id);
    }

    /** Marks jobs as interrupted that nobody works on any more; answers how many. */
    @Transactional
    int interrupt(String instance, Duration silence, Collection<Long> except) {
        Instant now = clock.instant();
        return jobs.interrupt(instance, now.minus(silence), now,
                "The service stopped while the job was at work. Start it again: what is stored is known.", except);
    }

    /** Forgets the oldest ended jobs. */
    @Transactional
    void forget(int remembered) {
        jobs.forget(remembered);
    }

    /** A job; 404 when there is none. */
    @Transactional
    ImportJobView get(long id) {
        return view(find(id), null);
    }

    /** A job with one page of its results, of one status if it is given; 404 when there is none. */
    @Transactional
    Page<ImportJobView> withResults(long id, ImportStatus status, PageRequest page) {
        ImportJob job = find(id);
        long total = status == null ? job.results : jobs.countResults(id, status);
        return new Page<>(List.of(view(job, jobs.results(id, status, page))), total, page);
    }

    /** One page of jobs, newest first. */
    @Transactional
    Page<ImportJobView> list(PageRequest page) {
        return new Page<>(jobs.page(page).stream().map(job -> view(job, null)).toList(), jobs.count(),
                page);
    }

    /** Deletes the record of an ended job; 409 while it is active, 404 when there is none. */
    @Transactional
    void delete(long id) {
        ImportJob job = find(id);
        if (job.state.active()) {
            throw ApiException.conflict("job-active", "The job is " + job.state.name().toLowerCase(Locale.ROOT)
                    + ". Cancel it first: POST /api/imports/" + id + "/cancel.");
        }
        jobs.delete(job);
    }

    private static ImportJobView view(ImportJob job, List<ImportedFile> results) {
        return new ImportJobView(job.id, job.source, job.label, job.state, job.requestedBy, job.requestedAt,
                job.startedAt, job.finishedAt, job.scanned, job.packagesFound, job.packagesDone, job.imported,
                job.alreadyKnown, job.replaced, job.refused, job.ignored, job.results, job.message, results);
    }

    private ImportJob find(long id) {
        return jobs.findByIdOptional(id)
                .orElseThrow(() -> ApiException.notFound("No import job has the id " + id + "."));
    }
}
