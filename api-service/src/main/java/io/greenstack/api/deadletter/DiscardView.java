package io.greenstack.api.deadletter;

/**
 * What was discarded.
 *
 * @param discarded dead letters that are deleted now
 * @param more whether the selection has more than the limit
 */
record DiscardView(long discarded, boolean more) {}
