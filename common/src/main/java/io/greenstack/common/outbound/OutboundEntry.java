package io.greenstack.common.outbound;

/**
 * A message as it stands in the queue.
 *
 * @param position id of the entry in the stream
 * @param message the message
 */
public record OutboundEntry(String position, OutboundMessage message) {}
