package io.greenstack.api.imports;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.greenstack.api.platform.PageRequest;

/** Writes to the log what became of a job. */
@ApplicationScoped
public class JobReport {

    private static final Logger LOG = Logger.getLogger(JobReport.class);
    private static final int PAGE = 500;

    private final JobRecords records;

    @Inject
    public JobReport(JobRecords records) {
        this.records = records;
    }

    /** One line for each refused file, and one for all. */
    void log(ImportJobView job) {
        int number = 1;
        List<ImportedFile> refused = refused(job.id(), number);
        while (!refused.isEmpty()) {
            refused.forEach(file -> LOG.warnf("Refused %s%s (%s): %s", file.file(),
                    file.line() == null ? "" : ":" + file.line(), file.code(), file.message()));
            refused = refused(job.id(), ++number);
        }
        long seconds = Duration.between(job.startedAt(), job.finishedAt()).toSeconds();
        LOG.infof(
                "Import job %d %s after %d s: %d packages, %d imported, %d replaced, %d already known, %d refused, %d ignored%s",
                job.id(), job.state().name().toLowerCase(Locale.ROOT), seconds, job.packagesDone(),
                job.imported(), job.replaced(), job.alreadyKnown(), job.refused(), job.ignored(),
                job.message() == null ? "" : ". " + job.message());
    }

    private List<ImportedFile> refused(long id, int number) {
        return records.withResults(id, ImportStatus.REFUSED, new PageRequest(number, PAGE)).items().get(0).results();
    }
}
