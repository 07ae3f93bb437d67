package io.greenstack.api.imports;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.greenstack.api.platform.ApiException;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.platform.background.BackgroundTask;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Runs import jobs in the background, one at a time, with a short queue. Their state is in the database, so every instance can
 * show and cancel them; a job whose instance stopped or died is marked as interrupted.
 */
@ApplicationScoped
class ImportJobs {

    private static final Logger LOG = Logger.getLogger(ImportJobs.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration WATCH = Duration.ofSeconds(5);
    /** While no job runs here; jobs of replicas that died are found all the same. */
    private static final Duration REST = Duration.ofSeconds(60);

    private final UnitSorter sorter;
    private final JobRecords records;
    private final Importer importer;
    private final ImportFolders folders;
    private final Spool spool;
    private final InstanceName instance;
    private final ImportSettings settings;
    private final Map<Long, JobProgress> active = new ConcurrentHashMap<>();
    private final BlockingQueue<Runnable> waiting;
    private final BackgroundTask runner = new BackgroundTask("import-jobs", this::runWaiting, WATCH);
    private final BackgroundTask watch = new BackgroundTask("import-watch", this::watch, WATCH);

    ImportJobs(DescriptionFormats formats, JobRecords records, Importer importer, ImportFolders folders, Spool spool,
            InstanceName instance, ImportSettings settings) {
        this.sorter = new UnitSorter(formats);
        this.records = records;
        this.importer = importer;
        this.folders = folders;
        this.spool = spool;
        this.instance = instance;
        this.settings = settings;
        this.waiting = new ArrayBlockingQueue<>(Math.max(1, settings.queue()));
    }

    void start(@Observes StartupEvent event) {
        spool.clear();
        try {
            sweep(instance.name());
        } catch (RuntimeException e) {
            LOG.debugf(e, "Interrupted import jobs cannot be looked for now");
        }
        watch.start(WATCH, REST, () -> !active.isEmpty());
    }

    void stop(@Observes ShutdownEvent event) {
        active.values().forEach(JobProgress::interrupt);
        watch.stop();
        runner.stop(PATIENCE);
    }

    private void watch() {
        active.values().forEach(JobProgress::checkpoint);
        sweep("");
    }

    private void sweep(String ended) {
        int found = records.interrupt(ended, settings.silence(), active.keySet());
        if (found > 0) {
            LOG.infof("%d import jobs were interrupted", found);
        }
    }

    private void runWaiting() {
        for (Runnable job = waiting.poll(); job != null; job = waiting.poll()) {
            job.run();
        }
    }

    /**
     * Starts a job for uploaded files, which it takes over.
     *
     * @param by name of the principal that imports
     * @throws ApiException 429 when too many jobs wait
     */
    ImportJobView submit(List<FileUpload> uploads, String by) {
        refuseWhenFull();
        Path folder = spool.create();
        try {
            List<SourceFile> files = spool.keep(folder, uploads);
            String label = files.stream().map(SourceFile::path).limit(20).collect(Collectors.joining(", "));
            return enqueue(JobSource.UPLOAD, label, by, folder, sink -> scanner(sink, folder).scan(files));
        } catch (RuntimeException e) {
            spool.remove(folder);
            throw e;
        }
    }

    /**
     * Starts a job for a folder that a client names.
     *
     * @throws ApiException 403 or 404 when the folder may not be imported, 429 when too many jobs wait
     */
    ImportJobView submit(String folder, String by) {
        Path allowed = folders.allowed(folder);
        refuseWhenFull();
        Path temporary = spool.create();
        return enqueue(JobSource.FOLDER, allowed.toString(), by, temporary,
                sink -> scanner(sink, temporary).scan(ImportFolders.files(allowed, settings.maxFiles())));
    }

    /** Runs a job for a folder in the calling thread; for the command line, which may read any folder. */
    ImportJobView run(Path folder, String by) {
        Path temporary = spool.create();
        ImportJobView job = records.create(JobSource.FOLDER, folder.toString(), by, instance.name());
        run(job.id(), by, temporary,
                sink -> scanner(sink, temporary).scan(ImportFolders.files(folder, settings.maxFiles())));
        return records.get(job.id());
    }

    private LibraryScanner scanner(UnitSink sink, Path folder) {
        return new LibraryScanner(sorter, new ScanBudget(settings.maxFiles(), settings.maxInflated().asLongValue()),
                sink,
                folder);
    }

    private void refuseWhenFull() {
        if (waiting.remainingCapacity() == 0) {
            throw tooMany();
        }
    }

    private static ApiException tooMany() {
        return new ApiException(429, "import-queue-full",
                "One import job is at work and others wait. Try again when one of them has ended.");
    }

    private ImportJobView enqueue(JobSource source, String label, String by, Path folder, Consumer<UnitSink> scan) {
        ImportJobView job = records.create(source, label, by, instance.name());
        active.put(job.id(), progress(job.id()));
        watch.wake();
        if (!waiting.offer(() -> run(job.id(), by, folder, scan))) {
            active.remove(job.id()).end(JobState.CANCELLED, "Too many jobs were waiting.");
            throw tooMany();
        }
        runner.wake();
        return job;
    }

    private JobProgress progress(long id) {
        return new JobProgress(id, records, settings.checkpoint().toNanos());
    }

    private void run(long id, String by, Path folder, Consumer<UnitSink> scan) {
        JobProgress progress = active.computeIfAbsent(id, this::progress);
        try {
            records.forget(settings.remembered());
            new ImportRun(progress, importer, by, workers(), settings.buffer().asLongValue()).run(scan);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The end of import job %d cannot be written down; it will count as interrupted", id);
        } finally {
            active.remove(id);
            spool.remove(folder);
        }
    }

    private int workers() {
        return settings.workers() > 0 ? settings.workers() : Runtime.getRuntime().availableProcessors();
    }

    /** Ends a job as soon as the packages at work are done; one that has ended stays as it is. 404 when there is none. */
    ImportJobView cancel(long id) {
        records.wantCancel(id);
        JobProgress here = active.get(id);
        if (here != null) {
            here.cancel();
        }
        return records.get(id);
    }
}
