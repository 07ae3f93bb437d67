package io.greenstack.platform.outbound;

/**
 * A message as it stands in the queue.
 *
 * @param position id of the entry in the stream
 * @param message the message, null if the entry cannot be read
 * @param damage why it cannot be read, null if it can
 */
public record OutboundEntry(String position, OutboundMessage message, String damage) {

    /** An entry that can be read. */
    public OutboundEntry(String position, OutboundMessage message) {
        this(position, message, null);
    }

    /** Whether its sender is to be told what has become of it. */
    public boolean receipt() {
        return message != null && message.receipt();
    }

    /** Length of the payload. */
    int octets() {
        return message == null ? 0 : message.payload().length;
    }
}
