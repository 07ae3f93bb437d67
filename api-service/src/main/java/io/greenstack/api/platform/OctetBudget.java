package io.greenstack.api.platform;

import java.util.concurrent.atomic.AtomicLong;

/** Octets that may be held at once. Thread-safe. */
public final class OctetBudget {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    public OctetBudget(long most) {
        this.most = most;
    }

    /** Takes octets if they are free; a single request that is larger than the whole budget gets it while nothing else is held. */
    public boolean take(long octets) {
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

    public void giveBack(long octets) {
        taken.addAndGet(-octets);
    }

    public long taken() {
        return taken.get();
    }
}
