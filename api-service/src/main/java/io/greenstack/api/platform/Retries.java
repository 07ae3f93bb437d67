package io.greenstack.api.platform;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Repeats a transaction that lost a race against another one: a unique key, a deleted row, a deadlock. */
public final class Retries {

    private static final int TRIES = 4;
    /** Long enough for the other transaction to take the locks that this one let go. */
    private static final int PAUSE_MILLIS = 20;

    private Retries() {}

    /** Runs a whole transaction, again after a short pause of chance if a constraint or a deadlock ended it. */
    public static <T> T onConflict(Supplier<T> transaction) {
        for (int attempt = 1;; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (attempt == TRIES || !lostRace(e)) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS
                        .toNanos(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS * attempt) + 1));
            }
        }
    }

    private static boolean lostRace(Throwable thrown) {
        for (Throwable cause : Causes.of(thrown)) {
            if (cause instanceof SQLException e && e.getSQLState() != null) {
                return e.getSQLState().startsWith("23") || e.getSQLState().startsWith("40");
            }
        }
        return false;
    }
}
