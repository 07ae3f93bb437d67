package io.greenstack.common.deadletter;

/**
 * How far the replay of a selection of dead letters has come.
 *
 * @param id its id
 * @param queued messages that were taken out of the dead letters and handed back to their services
 * @param written of those, how many are stored now
 * @param deadLettered of those, how many failed again and are new dead letters
 */
public record ReplayJob(String id, long queued, long written, long deadLettered) {

    /** Whether every message has met its fate. */
    public boolean finished() {
        return written + deadLettered >= queued;
    }
}
