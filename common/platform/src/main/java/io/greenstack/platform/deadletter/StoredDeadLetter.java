package io.greenstack.platform.deadletter;

import io.greenstack.core.message.InboundMessage;

/**
 * A dead letter as it stands in the stream.
 *
 * @param id id in the stream: milliseconds of its storing, a hyphen and a number
 * @param service service that gave the message up
 * @param letter the message; its payload may be cut
 * @param payloadSize size in octets of the payload as it was received
 */
public record StoredDeadLetter(String id, String service, DeadLetter letter, int payloadSize) {

    /** Whether the stored payload is only the beginning of the received one; such a message cannot be replayed. */
    public boolean cut() {
        return payloadSize > letter.payload().length;
    }

    /** The message as it came from the broker the first time. */
    public InboundMessage message() {
        return new InboundMessage(letter.topic(), letter.payload(), letter.qos(), letter.retained(), true,
                letter.receivedAt(), id);
    }
}
