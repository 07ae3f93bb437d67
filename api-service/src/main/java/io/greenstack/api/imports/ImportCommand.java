package io.greenstack.api.imports;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.jboss.logging.Logger;

import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.description.ImportedFile.ImportStatus;
import io.greenstack.api.platform.PageRequest;
import io.quarkus.runtime.QuarkusApplication;

/**
 * The command line {@code import <folder>}: imports a folder of this machine and ends. Exit code 0 = every file was taken or
 * known, 1 = some were refused, 2 = the job did not go through, 3 = there is no such folder.
 */
public class ImportCommand implements QuarkusApplication {

    /** First argument of the command line. */
    public static final String NAME = "import";

    private static final Logger LOG = Logger.getLogger(ImportCommand.class);
    private static final int REFUSED = 1;
    private static final int FAILED = 2;
    private static final int USAGE = 3;
    private static final int PAGE = 500;

    private final ImportJobs jobs;
    private final JobRecords records;

    ImportCommand(ImportJobs jobs, JobRecords records) {
        this.jobs = jobs;
        this.records = records;
    }

    @Override
    public int run(String... arguments) {
        Path folder = folder(arguments);
        if (folder == null) {
            LOG.error("Usage: import <folder>; the folder must be there");
            return USAGE;
        }
        ImportJobView job = jobs.run(folder, "command-line");
        log(job);
        if (job.state() != JobState.DONE) {
            return FAILED;
        }
        return job.refused() > 0 ? REFUSED : 0;
    }

    private static Path folder(String... arguments) {
        try {
            Path folder = arguments.length == 2 ? Path.of(arguments[1]).toAbsolutePath().normalize() : null;
            return folder != null && Files.isDirectory(folder) ? folder : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** One line for each refused file, and one for all. */
    private void log(ImportJobView job) {
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
