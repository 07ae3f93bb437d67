package io.greenstack.api.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.platform.ProblemTable;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/**
 * One run of a job: this thread looks for packages and unpacks them, workers read and store them. What is unpacked and not
 * stored yet is bounded in octets.
 */
final class ImportRun implements UnitSink {

    private static final Logger LOG = Logger.getLogger(ImportRun.class);
    private static final int OCTETS_PER_PERMIT = 1024;
    private static final int SERVER_ERROR = 500;
    /** A trace that is not recorded: the thousands of statements of a job would bury the traces of requests. */
    private static final Context UNTRACED = Context.root()
            .with(Span.wrap(SpanContext.create("1".repeat(32), "1".repeat(16),
                    TraceFlags.getDefault(), TraceState.getDefault())));

    private final JobProgress progress;
    private final Importer importer;
    private final String by;
    private final int permits;
    private final Semaphore room;
    private final ExecutorService workers;
    private final AtomicReference<String> failure = new AtomicReference<>();

    ImportRun(JobProgress progress, Importer importer, String by, int workerCount, long bufferOctets) {
        this.progress = progress;
        this.importer = importer;
        this.by = by;
        this.permits = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bufferOctets / OCTETS_PER_PERMIT));
        this.room = new Semaphore(permits);
        this.workers = Executors.newFixedThreadPool(workerCount, task -> {
            Thread worker = new Thread(task, "import-worker-" + progress.id());
            worker.setDaemon(true);
            return worker;
        });
    }

    /** Runs a scan to its end and writes down how the job ended. */
    void run(Consumer<UnitSink> scan) {
        progress.start();
        try {
            scan.accept(this);
            progress.allFound();
        } catch (ScanLimitException e) {
            failure.compareAndSet(null, e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Import job %d failed", progress.id());
            failure.compareAndSet(null, "The job failed because of an error in the service. The log has the details.");
        } finally {
            workers.shutdown();
            awaitWorkers();
        }
        end();
    }

    private void awaitWorkers() {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = workers.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        if (failure.get() != null) {
            progress.end(JobState.FAILED, failure.get());
        } else if (progress.interrupted()) {
            progress.end(JobState.INTERRUPTED,
                    "The service was stopped. Start the job again: what is stored is known.");
        } else if (progress.cancelled()) {
            progress.end(JobState.CANCELLED, "Cancelled on request; what was stored before stays.");
        } else {
            progress.end(JobState.DONE, null);
        }
    }

    @Override
    public boolean over() {
        return progress.over() || failure.get() != null;
    }

    @Override
    public void results(List<ImportedFile> results) {
        if (!results.isEmpty()) {
            progress.add(results);
        }
    }

    @Override
    public void unit(ImportUnit unit) {
        if (over()) {
            return;
        }
        int needed = (int) Math.max(1, Math.min(permits, unit.weight() / OCTETS_PER_PERMIT));
        room.acquireUninterruptibly(needed);
        progress.packageFound();
        workers.execute(() -> {
            try (Scope untraced = UNTRACED.makeCurrent()) {
                if (!over()) {
                    progress.packageDone(importer.store(unit, by));
                }
            } catch (RuntimeException e) {
                fail(unit, e);
            } finally {
                room.release(needed);
            }
        });
    }

    /** A package that the service itself fails on is refused; when the database is away, the job ends. */
    private void fail(ImportUnit unit, RuntimeException e) {
        int status = ProblemTable.of(e).status();
        if (status > SERVER_ERROR) {
            failure.compareAndSet(null, "The database did not answer. Start the job again: what is stored is known.");
            LOG.warnf("Import job %d ends: %s", progress.id(), e.toString());
            return;
        }
        LOG.errorf(e, "A package of import job %d cannot be stored", progress.id());
        List<ImportedFile> refused = new ArrayList<>();
        unit.paths().forEach(path -> refused.add(ImportedFile.refused(path, null, "internal-error", 0,
                "The service failed on this package. The log has the details.")));
        progress.packageDone(refused);
    }
}
