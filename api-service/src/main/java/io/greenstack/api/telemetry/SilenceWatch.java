package io.greenstack.api.telemetry;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/** Notices when nothing has come for a while. Safe for several threads. */
final class SilenceWatch {

    private final long limitNanos;
    private final LongSupplier nanoTime;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile long heardAt;

    SilenceWatch(Duration limit, LongSupplier nanoTime) {
        this.limitNanos = limit.toNanos();
        this.nanoTime = nanoTime;
        this.heardAt = nanoTime.getAsLong();
    }

    /** Something came. */
    void heard() {
        heardAt = nanoTime.getAsLong();
        told.set(false);
    }

    /** True once after the limit has passed since something came. */
    boolean begun() {
        return nanoTime.getAsLong() - heardAt > limitNanos && told.compareAndSet(false, true);
    }
}
