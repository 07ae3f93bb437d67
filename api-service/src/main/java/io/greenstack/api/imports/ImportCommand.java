package io.greenstack.api.imports;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;

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

    private final ImportJobs jobs;
    private final JobReport report;

    @Inject
    public ImportCommand(ImportJobs jobs, JobReport report) {
        this.jobs = jobs;
        this.report = report;
    }

    @Override
    public int run(String... arguments) {
        Path folder = folder(arguments);
        if (folder == null) {
            LOG.error("Usage: import <folder>; the folder must be there");
            return USAGE;
        }
        ImportJobView job = jobs.run(folder, "command-line");
        report.log(job);
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
}
