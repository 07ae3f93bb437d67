package io.greenstack.edge.mqtt;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * When a client that has taken back its subscription can go: the broker has confirmed that, all that came is handled, and
 * nothing has come for a while. A broker goes on delivering what it had for the session before.
 */
final class Departure {

    /** How long nothing comes before nothing more is expected. */
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_MILLIS = 50;

    private volatile boolean begun;
    private volatile boolean confirmed;
    private volatile long heardNanos;

    void begin() {
        heardNanos = System.nanoTime();
        begun = true;
    }

    boolean begun() {
        return begun;
    }

    /** The broker adds nothing more. */
    void quiet() {
        heardNanos = System.nanoTime();
        confirmed = true;
    }

    /** Something came. */
    void heard() {
        if (begun) {
            heardNanos = System.nanoTime();
        }
    }

    /**
     * Waits until nothing more is expected.
     *
     * @param handled whether all that came is
     * @return false when that is not so by the deadline
     */
    synchronized boolean await(Duration deadline, BooleanSupplier handled) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (!(confirmed && handled.getAsBoolean() && System.nanoTime() - heardNanos > QUIET_NANOS)) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            wait(LOOK_MILLIS);
        }
        return true;
    }
}
