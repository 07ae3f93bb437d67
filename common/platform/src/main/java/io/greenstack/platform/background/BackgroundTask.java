package io.greenstack.platform.background;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.jboss.logging.Logger;

/**
 * Work that is done on a thread of its own: when somebody says that there is some, from time to time anyway, and again after
 * a pause when it failed. It says once when it begins to fail and once when it works again.
 */
public final class BackgroundTask {

    private static final Logger LOG = Logger.getLogger(BackgroundTask.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Work work;
    private final Duration retry;
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicBoolean soon = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor thread;
    private volatile boolean failing;
    private volatile Pace pace;
    /** The next look; only the thread of the task touches it. */
    private Future<?> next;

    private record Pace(Duration busy, Duration rest, BooleanSupplier isBusy) {

        long millis() {
            return (isBusy.getAsBoolean() ? busy : rest).toMillis();
        }
    }

    /** What a task does. */
    @FunctionalInterface
    public interface Work {

        /**
         * Does all that is due.
         *
         * @throws RuntimeException to have it repeated after a pause
         * @throws InterruptedException when the task is stopped meanwhile
         */
        void run() throws InterruptedException;
    }

    /**
     * @param name of the thread and in the log
     * @param work does all that is due; throws when it has to be repeated
     * @param retry pause after a failure
     */
    public BackgroundTask(String name, Work work, Duration retry) {
        this.name = name;
        this.work = work;
        this.retry = retry;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Begins, and looks for work once in a period from now on. */
    public void start(Duration period) {
        wake();
        thread.scheduleWithFixedDelay(this::wake, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Begins, and looks for work again after each look, so that a suite at rest costs next to nothing.
     *
     * @param busy pause while there is something to do
     * @param rest pause while there is nothing
     * @param isBusy asked after each look, on the thread of the task
     */
    public void start(Duration busy, Duration rest, BooleanSupplier isBusy) {
        thread.setRemoveOnCancelPolicy(true);
        pace = new Pace(busy, rest, isBusy);
        wake();
    }

    /** Says that there is work; returns at once. */
    public void wake() {
        if (due.compareAndSet(false, true)) {
            try {
                thread.execute(this::run);
            } catch (RejectedExecutionException e) {
                LOG.debugf("%s is stopped", name);
            }
        }
    }

    /**
     * Says that there is work that may wait a little for more of its kind; returns at once.
     *
     * @param delay from the first of the calls that are answered by the same run
     */
    public void wakeSoon(Duration delay) {
        if (soon.compareAndSet(false, true)) {
            try {
                thread.schedule(() -> {
                    soon.set(false);
                    wake();
                }, delay.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debugf("%s is stopped", name);
            }
        }
    }

    /** Lets the work that is being done end, for some seconds at most. */
    public void stop() {
        stop(PATIENCE);
    }

    /**
     * Lets the work that is being done end.
     *
     * @param patience after which it is interrupted
     */
    public void stop(Duration patience) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it was stopped; long work looks now and then. */
    public boolean stopped() {
        return thread.isShutdown();
    }

    /** Whether the last try failed. */
    public boolean failing() {
        return failing;
    }

    private void run() {
        try {
            look();
        } finally {
            plan();
        }
    }

    private void plan() {
        if (pace != null && !stopped()) {
            if (next != null) {
                next.cancel(false);
            }
            try {
                next = thread.schedule(this::wake, pace.millis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debugf("%s is stopped", name);
            }
        }
    }

    private void look() {
        due.set(false);
        try {
            work.run();
            if (failing) {
                failing = false;
                LOG.infof("%s works again", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!failing) {
                failing = true;
                LOG.warnf("%s fails now and is repeated until it succeeds: %s", name, e.toString());
            }
            if (!stopped()) {
                thread.schedule(this::wake, retry.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }
}
