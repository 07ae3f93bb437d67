package io.greenstack.platform.background;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** A bean that works on a thread of its own from the start of the service to its end; see {@link BackgroundTask}. */
public abstract class BackgroundBean {

    private final BackgroundTask task;
    private final Duration period;
    private final Duration rest;

    /**
     * @param name of the thread and in the log
     * @param period after which it looks for work in any case
     * @param retry pause after a failure
     */
    protected BackgroundBean(String name, Duration period, Duration retry) {
        this(name, period, period, retry);
    }

    /**
     * @param name of the thread and in the log
     * @param period after which it looks for work in any case, while it is {@link #busy}
     * @param rest after which it does otherwise
     * @param retry pause after a failure
     */
    protected BackgroundBean(String name, Duration period, Duration rest, Duration retry) {
        this.task = new BackgroundTask(name, this::run, retry);
        this.period = period;
        this.rest = rest;
    }

    /**
     * Does all that is due.
     *
     * @throws RuntimeException to have it repeated after a pause
     */
    protected abstract void run();

    /** Whether it looks again soon; asked after each look, on its thread. */
    protected boolean busy() {
        return true;
    }

    /** Gives back, after the last run, what the work needed. */
    protected void close() {}

    /** Says that there is work; returns at once. */
    public final void wake() {
        task.wake();
    }

    /** Repeats a step as long as there is more to do and the service does not stop. */
    protected final void repeat(BooleanSupplier step) {
        boolean more = true;
        while (more && !task.stopped()) {
            more = step.getAsBoolean();
        }
    }

    /** Begins. */
    public void start(@Observes StartupEvent event) {
        if (rest.equals(period)) {
            task.start(period);
        } else {
            task.start(period, rest, this::busy);
        }
    }

    /** Ends, when the work that is being done has ended or has taken too long. */
    public void stop(@Observes ShutdownEvent event) {
        task.stop();
        close();
    }
}
