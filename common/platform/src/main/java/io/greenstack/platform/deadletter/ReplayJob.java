package io.greenstack.platform.deadletter;

/**
 * How far the replay of a selection of dead letters has come.
 *
 * @param id its id
 * @param queued messages that were taken out of the dead letters and handed back to their services
 * @param written of those, how many are stored now, or ignored because newer ones came after them, or are in the queue of those
 *        that are to be published
 * @param deadLettered of those, how many failed again and are new dead letters
 */
public record ReplayJob(String id, long queued, long written, long deadLettered) {

    /** Whether every message has met its fate. */
    public boolean finished() {
        return written + deadLettered >= queued;
    }
}
