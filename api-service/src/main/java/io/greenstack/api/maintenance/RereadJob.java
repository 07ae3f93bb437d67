package io.greenstack.api.maintenance;

import java.time.Instant;

import io.greenstack.descriptions.Sparse;

/**
 * Reading all descriptions anew.
 *
 * @param id id
 * @param state running or done
 * @param total descriptions that there were at the beginning
 * @param done descriptions that were read, or deleted meanwhile
 * @param refused of these, how many the reader of today refuses; they stay as they were
 * @param requestedAt when it was asked for
 * @param requestedBy who asked for it
 * @param finishedAt when it ended, absent while it runs
 */
record RereadJob(long id, State state, long total, long done, long refused, Instant requestedAt, String requestedBy,
        Instant finishedAt) implements Sparse {

    /** Whether it runs. */
    enum State {
        /** Files are read in the background, by all replicas. */
        RUNNING,
        /** Nothing is left. */
        DONE
    }
}
