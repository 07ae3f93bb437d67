package io.greenstack.api.maintenance;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.greenstack.api.description.DescriptionEvents;
import io.greenstack.api.description.Rereading;
import io.greenstack.api.maintenance.RereadJob.State;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;

/** Jobs that read all descriptions anew, one at a time; how far one is, the rows of the descriptions tell. */
@ApplicationScoped
@Transactional
class RereadService {

    private static final String COLUMNS = "select id, requested_at, requested_by, total, refused, finished_at from reread_job";

    private final Sql sql;
    private final Rereading rereading;
    private final ChangeNotes changes;
    private final Clock clock;

    RereadService(Sql sql, Rereading rereading, ChangeNotes changes, Clock clock) {
        this.sql = sql;
        this.rereading = rereading;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Begins to read all descriptions anew.
     *
     * @throws ApiException 409 while one runs
     */
    public RereadJob start(String by) {
        sql.query("select pg_advisory_xact_lock(hashtext('reread_job'))").list(row -> true);
        close();
        if (sql.query(COLUMNS + " where finished_at is null").first(row -> row.number("id")).isPresent()) {
            throw ApiException.conflict("job-active", "All descriptions are being read anew already.");
        }
        long total = rereading.begin();
        long id = sql.query("insert into reread_job (requested_at, requested_by, total) values (:now, :by, :total) "
                + "returning id").bind("now", clock.instant()).bind("by", by).bind("total", total)
                .one(row -> row.number("id"));
        if (total == 0) {
            close();
        }
        RereadJob job = get(id);
        changes.changed(null, job);
        return job;
    }

    /** One page, newest first. */
    public Page<RereadJob> page(PageRequest page) {
        long remaining = rereading.remaining();
        return sql.query(COLUMNS + " order by id desc").page(page, "select count(*) from reread_job",
                row -> read(row, remaining));
    }

    /** A job; 404 when there is none. */
    public RereadJob get(long id) {
        long remaining = rereading.remaining();
        return sql.query(COLUMNS + " where id = :id").bind("id", id).first(row -> read(row, remaining))
                .orElseThrow(() -> ApiException.notFound("There is no such job."));
    }

    private static RereadJob read(Sql.Row row, long remaining) {
        long total = row.number("total");
        boolean done = row.instant("finished_at") != null;
        return new RereadJob(row.number("id"), done ? State.DONE : State.RUNNING, total,
                done ? total : Math.max(0, total - remaining), row.number("refused"), row.instant("requested_at"),
                row.text("requested_by"), row.instant("finished_at"));
    }

    /** Counts inside the transaction that keeps the description as it was. */
    void refused(@Observes DescriptionEvents.NotRenewed event) {
        sql.query("update reread_job set refused = refused + 1 where finished_at is null").update();
    }

    void ended(@Observes DescriptionEvents.RenewalEnded event) {
        close();
    }

    private void close() {
        if (rereading.remaining() == 0) {
            sql.query("update reread_job set finished_at = :now where finished_at is null")
                    .bind("now", clock.instant()).update();
        }
    }
}
