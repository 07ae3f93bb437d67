package io.greenstack.platform.resilience;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Closes a breaker as soon as what is behind it answers again, instead of when its time is over. One question at a time is the
 * trial. When the breaker opens again soon after, what is behind it answers a question but does not do its work; then the pauses
 * between the trials grow up to the longest one. Whoever uses it asks {@link #due()} again and again and tells {@link #done}.
 */
public final class BreakerRecovery {

    private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long STABLE_NANOS = Duration.ofSeconds(10).toNanos();

    private final BooleanSupplier open;
    private final Runnable close;
    private final long everyNanos;
    private final LongSupplier nanoTime;
    private long pauseNanos;
    private long nextTrial;
    private long closedAt;
    private boolean closed;
    private boolean trying;

    /**
     * @param breaker that is closed
     * @param every pause between two trials
     * @param why for the log, like "Redis answers again"
     */
    public BreakerRecovery(Breaker breaker, Duration every, String why) {
        this(() -> breaker.state() == BreakerState.OPEN, () -> breaker.reset(why), every, System::nanoTime);
    }

    /** With the state and the clock given, for tests. */
    public BreakerRecovery(BooleanSupplier open, Runnable close, Duration every, LongSupplier nanoTime) {
        this.open = open;
        this.close = close;
        this.everyNanos = every.toNanos();
        this.pauseNanos = everyNanos;
        this.nanoTime = nanoTime;
        this.nextTrial = nanoTime.getAsLong();
    }

    /** Whether a trial is to be made now; if so, {@link #done} has to follow. */
    public synchronized boolean due() {
        long now = nanoTime.getAsLong();
        if (trying || !open.getAsBoolean()) {
            return false;
        }
        if (closed) {
            boolean soon = now - closedAt < STABLE_NANOS;
            pauseNanos = soon ? Math.min(LONGEST_PAUSE_NANOS, pauseNanos * 2) : everyNanos;
            nextTrial = now + (soon ? pauseNanos : 0);
            closed = false;
        }
        trying = now - nextTrial >= 0;
        return trying;
    }

    /** What came of a trial. */
    public synchronized void done(boolean answered) {
        trying = false;
        long now = nanoTime.getAsLong();
        nextTrial = now + pauseNanos;
        if (answered && open.getAsBoolean()) {
            closed = true;
            closedAt = now;
            close.run();
        }
    }
}
