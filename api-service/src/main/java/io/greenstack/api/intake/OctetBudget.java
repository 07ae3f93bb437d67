package io.greenstack.api.intake;

import java.util.concurrent.atomic.AtomicLong;

/** Octets that may be held at once. */
final class OctetBudget {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    OctetBudget(long most) {
        this.most = most;
    }

    /** Takes octets if they are free; a single request that is larger than the whole budget gets it while nothing else is held. */
    boolean take(long octets) {
        while (true) {
            long held = taken.get();
            if (held > 0 && held + octets > most) {
                return false;
            }
            if (taken.compareAndSet(held, held + octets)) {
                return true;
            }
        }
    }

    void giveBack(long octets) {
        taken.addAndGet(-octets);
    }

    long taken() {
        return taken.get();
    }
}
