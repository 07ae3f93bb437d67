package io.greenstack.api.platform;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

/**
 * Work that is done on a thread of its own: when somebody says that there is some, from time to time anyway, and again after
 * a pause when it failed. It says once when it begins to fail and once when it works again.
 */
public final class BackgroundTask {

    private static final Logger LOG = Logger.getLogger(BackgroundTask.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Runnable work;
    private final Duration retry;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService thread;
    private volatile boolean failing;

    /**
     * @param name of the thread and in the log
     * @param work does all that is due; throws when it has to be repeated
     * @param retry pause after a failure
     */
    public BackgroundTask(String name, Runnable work, Duration retry) {
        this.name = name;
        this.work = work;
        this.retry = retry;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** Begins, and looks for work once in a period from now on. */
    public void start(Duration period) {
        wake();
        thread.scheduleWithFixedDelay(this::wake, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Says that there is work; returns at once. */
    public void wake() {
        if (due.compareAndSet(false, true) && !thread.isShutdown()) {
            thread.execute(this::run);
        }
    }

    /** Lets the work that is being done end, for some seconds at most. */
    public void stop() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the last try failed. */
    public boolean failing() {
        return failing;
    }

    private void run() {
        due.set(false);
        try {
            work.run();
            if (failing) {
                failing = false;
                LOG.infof("%s works again", name);
            }
        } catch (RuntimeException e) {
            if (!failing) {
                failing = true;
                LOG.warnf("%s fails now and is repeated until it succeeds: %s", name, e.toString());
            }
            if (!thread.isShutdown()) {
                thread.schedule(this::wake, retry.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }
}
