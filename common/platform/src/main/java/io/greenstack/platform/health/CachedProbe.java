package io.greenstack.platform.health;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.greenstack.platform.background.BackgroundTask;

/**
 * Asks a dependency again and again on a thread of its own and keeps the last answer, so that whoever wants to know it has it
 * at once, however long the dependency hangs. A question without an answer counts as down after a moment. While all is well and
 * nobody wants to know, it asks seldom.
 */
public class CachedProbe implements DependencyProbe {

    /** How long a question may be open before the dependency counts as down. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Times the usual pause between two questions, while all is well and nobody wants to know. */
    private static final int SELDOM = 5;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    /** How long after its start the very first answer is waited for. */
    private static final Duration FIRST = Duration.ofMillis(800);

    private final String name;
    private final boolean required;
    private final long everyNanos;
    private final Check check;
    private final BackgroundTask task;
    private final long startedNanos = System.nanoTime();
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile long askedNanos;
    private volatile boolean asking;
    private volatile Answer last;

    /** Asks a dependency. */
    @FunctionalInterface
    public interface Check {

        /**
         * Asks; may block.
         *
         * @return null when the dependency can be used, else what is wrong
         * @throws Exception when it cannot be used
         */
        String trouble() throws Exception;
    }

    private record Answer(DependencyState state, long atNanos, Instant since, long changes) {}

    /**
     * @param name of the dependency
     * @param required whether the service is not ready without it
     * @param every how often it is asked while it is down, or somebody wants to know
     * @param check asks it
     */
    public CachedProbe(String name, boolean required, Duration every, Check check) {
        this(name, required, every, seldom(every), check);
    }

    CachedProbe(String name, boolean required, Duration every, Duration seldom, Check check) {
        this.name = name;
        this.required = required;
        this.everyNanos = every.toNanos();
        this.check = check;
        this.task = new BackgroundTask("greenstack-probe-" + name, this::ask, every);
        task.start(every, seldom, () -> last == null || !last.state().up());
    }

    private static Duration seldom(Duration every) {
        Duration seldom = every.multipliedBy(SELDOM);
        Duration bounded = seldom.compareTo(LONGEST) < 0 ? seldom : LONGEST;
        return bounded.compareTo(every) < 0 ? every : bounded;
    }

    /** The last known state, with its age; does not block but for the first answer, which is waited for a moment. */
    @Override
    public DependencyState state() {
        Answer known = last;
        if (known == null) {
            waitForFirst();
            known = last;
        }
        if (known == null) {
            return new DependencyState(name, false, required, "not answering");
        }
        long now = System.nanoTime();
        long open = asking ? now - askedNanos : 0;
        if (!asking && now - known.atNanos() > everyNanos) {
            task.wake();
        }
        DependencyState state = known.state();
        if (open > PATIENCE.toNanos() && state.up()) {
            Duration silent = Duration.ofNanos(open);
            return new DependencyState(name, false, required, "no answer for " + silent.toSeconds() + " s",
                    new Observation(silent, Instant.now().minus(silent), known.changes() + 1));
        }
        return new DependencyState(name, state.up(), required, state.detail(),
                new Observation(Duration.ofNanos(now - known.atNanos()), known.since(), known.changes()));
    }

    private void waitForFirst() {
        try {
            asked.await(startedNanos + FIRST.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() throws InterruptedException {
        askedNanos = System.nanoTime();
        asking = true;
        DependencyState answer;
        try {
            String trouble = check.trouble();
            answer = new DependencyState(name, trouble == null, required, trouble);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            answer = new DependencyState(name, false, required,
                    cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
        } finally {
            asking = false;
        }
        Answer before = last;
        boolean changed = before == null || before.state().up() != answer.up();
        last = new Answer(answer, System.nanoTime(), changed ? Instant.now() : before.since(),
                before == null ? 0 : changed ? before.changes() + 1 : before.changes());
        asked.countDown();
    }

    @Override
    public void close() {
        task.stop(Duration.ZERO);
    }
}
