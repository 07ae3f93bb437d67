package io.greenstack.common.message;

/**
 * A device's connection state.
 *
 * @param state the state
 * @param timestamp since when; a last will has none of its own, so this is its arrival
 */
public record StatusMessage(ConnectionState state, Timestamp timestamp) {}
