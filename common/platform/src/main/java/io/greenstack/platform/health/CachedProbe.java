package io.greenstack.platform.health;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Asks a dependency at most once in a while, so that probes by an orchestrator and people do not add load; concurrent callers
 * share one question.
 */
public final class CachedProbe {

    private final String name;
    private final long ttlNanos;
    private final Callable<DependencyState> check;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Entry entry;

    private record Entry(DependencyState state, long atNanos) {}

    /**
     * @param name of the dependency, for the state after an exception
     * @param ttl how long an answer holds
     * @param check asks the dependency; may block for a short time and may throw
     */
    public CachedProbe(String name, Duration ttl, Callable<DependencyState> check) {
        this.name = name;
        this.ttlNanos = ttl.toNanos();
        this.check = check;
    }

    /** The state, at most {@code ttl} old. */
    public DependencyState state() {
        Entry known = entry;
        if (fresh(known)) {
            return known.state();
        }
        lock.lock();
        try {
            if (!fresh(entry)) {
                entry = new Entry(ask(), System.nanoTime());
            }
            return entry.state();
        } finally {
            lock.unlock();
        }
    }

    private boolean fresh(Entry known) {
        return known != null && System.nanoTime() - known.atNanos() < ttlNanos;
    }

    private DependencyState ask() {
        try {
            return check.call();
        } catch (Exception e) {
            Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            return DependencyState.down(name,
                    cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
        }
    }
}
