package io.greenstack.api.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.description.ImportedFile.ImportStatus;
import io.greenstack.api.imports.JobProgress.JobSnapshot;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The records of import jobs, each change in a transaction of its own. */
@ApplicationScoped
class JobRecords implements PanacheRepositoryBase<ImportJob, Long> {

    private static final int MAX_LABEL = 500;
    private static final String OF_STATUS = " from import_result where job_id = :job and (:status = '' or status = :status)";

    private final Sql sql;
    private final ChangeNotes changes;
    private final Clock clock;

    JobRecords(Sql sql, ChangeNotes changes, Clock clock) {
        this.sql = sql;
        this.changes = changes;
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
        persistAndFlush(job);
        ImportJobView made = view(job, null);
        changes.changed(null, made);
        return made;
    }

    /**
     * Writes down how far a job is and what became of further files.
     *
     * @return whether somebody wants the job to end
     */
    @Transactional
    boolean save(JobSnapshot snapshot) {
        ImportJob job = findById(snapshot.id());
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
        sql.query(
                "insert into import_result (job_id, ordinal, file, kind, status, description_id, replaces_id, finding_count, "
                        + "code, line, message) values (:job, :ordinal, :file, :kind, :status, "
                        + "(select id from description where id = :id), :replaces, :findings, :code, :line, :message)")
                .bind("job", job.id).batch(snapshot.newResults(), (insert, result) -> insert
                        .bind("ordinal", job.results++).bind("file", storable(result.file()))
                        .bind("kind", result.kind())
                        .bind("status", result.status()).bind("id", result.id()).bind("replaces", result.replaces())
                        .bind("findings", result.findingCount()).bind("code", result.code())
                        .bind("line", result.line()).bind("message", storable(result.message())));
        return job.cancelWanted;
    }

    private static String storable(String text) {
        return text == null ? null : text.replace("\0", "");
    }

    /** Asks whichever instance runs a job to end it. */
    @Transactional
    void wantCancel(long id) {
        changes.changed(Map.of("cancel_wanted", job(id).cancelWanted), Map.of("cancel_wanted", true));
        update("cancelWanted = true where id = ?1", id);
    }

    /** Marks jobs as interrupted that nobody works on any more; answers how many. */
    @Transactional
    int interrupt(String instance, Duration silence, Collection<Long> except) {
        Instant now = clock.instant();
        return update("state = ?1, finishedAt = ?2, message = ?3 where state in (?4, ?5) "
                + "and (instance = ?6 or heartbeatAt < ?7) and id not in ?8", JobState.INTERRUPTED, now,
                "The service stopped while the job was at work. Start it again: what is stored is known.",
                JobState.QUEUED, JobState.RUNNING, instance, now.minus(silence),
                except.isEmpty() ? List.of(-1L) : List.copyOf(except));
    }

    /** Forgets the oldest ended jobs. */
    @Transactional
    void forget(int remembered) {
        sql.query(
                "delete from import_job where state not in ('QUEUED', 'RUNNING') and id not in (select id from import_job "
                        + "where state not in ('QUEUED', 'RUNNING') order by id desc limit :kept)")
                .bind("kept", remembered)
                .update();
    }

    /** A job; 404 when there is none. */
    @Transactional
    ImportJobView get(long id) {
        return view(job(id), null);
    }

    /** A job with one page of its results, of one status if it is given; 404 when there is none. */
    @Transactional
    Page<ImportJobView> withResults(long id, ImportStatus status, PageRequest page) {
        ImportJob job = job(id);
        String wanted = status == null ? "" : status.name();
        List<ImportedFile> results = sql
                .query("select file, kind, status, description_id, replaces_id, finding_count, code, "
                        + "line, message" + OF_STATUS + " order by ordinal limit :size offset :offset")
                .bind("job", id)
                .bind("status", wanted).bind("size", page.size()).bind("offset", page.offset())
                .list(row -> new ImportedFile(row.text("file"), row.text("kind"),
                        row.constant("status", ImportStatus.class), row.get("description_id", Long.class),
                        row.get("replaces_id", Long.class), row.get("finding_count", Integer.class), row.text("code"),
                        row.get("line", Integer.class), row.text("message")));
        long total = status == null
                ? job.results
                : sql.query("select count(*)" + OF_STATUS).bind("job", id).bind("status", wanted)
                        .one(row -> row.number(1));
        return new Page<>(List.of(view(job, results)), total, page);
    }

    /** One page of jobs, newest first. */
    @Transactional
    Page<ImportJobView> list(PageRequest page) {
        return new Page<>(find("order by id desc").page(page.page() - 1, page.size()).stream()
                .map(job -> view(job, null)).toList(), count(), page);
    }

    /** Deletes the record of an ended job; 409 while it is active, 404 when there is none. */
    @Transactional
    void delete(long id) {
        ImportJob job = job(id);
        if (job.state.active()) {
            throw ApiException.conflict("job-active", "The job is " + job.state.name().toLowerCase(Locale.ROOT)
                    + ". Cancel it first: POST /api/imports/" + id + "/cancel.");
        }
        changes.changed(view(job, null), null);
        delete(job);
    }

    private static ImportJobView view(ImportJob job, List<ImportedFile> results) {
        return new ImportJobView(job.id, job.source, job.label, job.state, job.requestedBy, job.requestedAt,
                job.startedAt, job.finishedAt, job.scanned, job.packagesFound, job.packagesDone, job.imported,
                job.alreadyKnown, job.replaced, job.refused, job.ignored, job.results, job.message, results);
    }

    private ImportJob job(long id) {
        return findByIdOptional(id).orElseThrow(() -> ApiException.notFound("No import job has the id " + id + "."));
    }
}
