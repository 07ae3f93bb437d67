package io.greenstack.platform.deadletter;

/**
 * What became of dead letters that were to be replayed.
 *
 * @param queued how many are on their way back to their service
 * @param gone how many were not there any more
 * @param full whether the rest had to stay, because too many replays wait already
 */
public record Moved(int queued, int gone, boolean full) {}
