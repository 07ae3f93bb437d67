package io.greenstack.localstack.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Polls for a condition without a busy loop. */
public final class Waiting {

    private static final long PAUSE_NANOS = 20_000_000L;

    private Waiting() {}

    /**
     * @param limit longest time to wait
     * @param condition cheap check, called about every 20 ms
     * @return whether the condition became true in time; false as well when the thread was interrupted
     */
    public static boolean until(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
                return condition.getAsBoolean();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }
}
