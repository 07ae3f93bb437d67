package io.greenstack.common.outbound;

/**
 * A message as it stands in the queue.
 *
 * @param position id of the entry in the stream
 * @param message the message
 */
public record OutboundEntry(String position, OutboundMessage message) {

    /** Whether its sender is to be told when it has been published. */
    public boolean receipt() {
        return message.receipt();
    }
}
