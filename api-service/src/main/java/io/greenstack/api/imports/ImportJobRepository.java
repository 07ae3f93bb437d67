package io.greenstack.api.imports;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.description.ImportedFile.ImportStatus;
import io.greenstack.api.platform.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Access to the records of import jobs and their results. */
@ApplicationScoped
class ImportJobRepository implements PanacheRepositoryBase<ImportJob, Long> {

    private static final String INSERT_RESULT = "insert into import_result (job_id, ordinal, file, kind, status, "
            + "description_id, replaces_id, finding_count, code, line, message) values (?, ?, ?, ?, ?, "
            + "(select id from description where id = ?), ?, ?, ?, ?, ?)";
    private static final List<JobState> ACTIVE = List.of(JobState.QUEUED, JobState.RUNNING);

    /** One page of jobs, newest first. */
    List<ImportJob> page(PageRequest page) {
        return find("order by id desc").page(page.page() - 1, page.size()).list();
    }

    /** Marks active jobs as interrupted: those of an instance, and those that nobody gave a sign of life for. */
    int interrupt(String instance, Instant silentSince, Instant now, String message, Collection<Long> except) {
        return update(
                "state = ?1, finishedAt = ?2, message = ?3 where state in ?4 and (instance = ?5 or heartbeatAt < ?6) "
                        + "and id not in ?7",
                JobState.INTERRUPTED, now, message, ACTIVE, instance, silentSince,
                except.isEmpty() ? List.of(-1L) : List.copyOf(except));
    }

    /** Forgets the oldest ended jobs. */
    int forget(int remembered) {
        return getEntityManager()
                .createNativeQuery("delete from import_job where state not in ('QUEUED', 'RUNNING') and id not "
                        + "in (select id from import_job where state not in ('QUEUED', 'RUNNING') order by id desc limit :kept)")
                .setParameter("kept", remembered).executeUpdate();
    }

    /** Notes that a job is to end. */
    void wantCancel(long id) {
        update("cancelWanted = true where id = ?1", id);
    }

    /** Writes results of a job; ordinals go on from the given one. */
    void insertResults(long jobId, long from, List<ImportedFile> results) {
        getEntityManager().unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT_RESULT)) {
                long ordinal = from;
                for (ImportedFile result : results) {
                    bind(insert, jobId, ordinal++, result);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    private static void bind(PreparedStatement insert, long jobId, long ordinal, ImportedFile result)
            throws SQLException {
        insert.setLong(1, jobId);
        insert.setLong(2, ordinal);
        insert.setString(3, result.file().replace("\0", ""));
        insert.setString(4, result.kind());
        insert.setString(5, result.status().name());
        insert.setObject(6, result.id(), Types.BIGINT);
        insert.setObject(7, result.replaces(), Types.BIGINT);
        insert.setObject(8, result.findingCount(), Types.INTEGER);
        insert.setString(9, result.code());
        insert.setObject(10, result.line(), Types.INTEGER);
        insert.setString(11, result.message() == null ? null : result.message().replace("\0", ""));
    }

    /** Number of results of a job, with a status if it is given. */
    long countResults(long jobId, ImportStatus status) {
        return ((Number) getEntityManager()
                .createNativeQuery(
                        "select count(*) from import_result where job_id = :id and (:status = '' or status = :status)",
                        Long.class)
                .setParameter("id", jobId).setParameter("status", status == null ? "" : status.name())
                .getSingleResult()).longValue();
    }

    /** One page of the results of a job, with a status if it is given. */
    @SuppressWarnings("unchecked")
    List<ImportedFile> results(long jobId, ImportStatus status, PageRequest page) {
        List<Tuple> rows = getEntityManager()
                .createNativeQuery("select file, kind, status, description_id, replaces_id, "
                        + "finding_count, code, line, message from import_result where job_id = :id and (:status = '' or status = :status) "
                        + "order by ordinal", Tuple.class)
                .setParameter("id", jobId).setParameter("status", status == null ? "" : status.name())
                .setFirstResult((int) Math.min(Integer.MAX_VALUE, page.offset())).setMaxResults(page.size())
                .getResultList();
        return rows.stream().map(ImportJobRepository::result).toList();
    }

    private static ImportedFile result(Tuple row) {
        return new ImportedFile(row.get(0, String.class), row.get(1, String.class),
                ImportStatus.valueOf(row.get(2, String.class)), row.get(3, Long.class), row.get(4, Long.class),
                row.get(5, Integer.class), row.get(6, String.class), row.get(7, Integer.class),
                row.get(8, String.class));
    }
}
