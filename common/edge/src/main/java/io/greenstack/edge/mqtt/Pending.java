package io.greenstack.edge.mqtt;

import io.greenstack.core.message.InboundMessage;

/** A message that the ingress holds, with the connection on which it must be acknowledged. */
final class Pending {

    /** Objects around a payload: record, packet, queue slot; measured roughly, it only has to bound memory. */
    private static final int OVERHEAD_BYTES = 160;

    final MqttLink link;
    final int packetId;
    /** {@link System#nanoTime()} of its arrival. */
    final long arrivedNanos = System.nanoTime();
    private final boolean needsAck;
    private final int weight;
    private InboundMessage message;
    /** Written by a worker, read by the event loop when it sends acknowledgements in order. */
    private volatile boolean settled;

    Pending(MqttLink link, int packetId, InboundMessage message) {
        this.link = link;
        this.packetId = packetId;
        this.message = message;
        this.needsAck = message.qos() > 0;
        this.weight = message.payload().length + 2 * message.topic().length() + OVERHEAD_BYTES;
    }

    InboundMessage message() {
        return message;
    }

    boolean needsAck() {
        return needsAck;
    }

    int weight() {
        return weight;
    }

    boolean settled() {
        return settled;
    }

    /** Marks the message as stored. The payload is let go, since the acknowledgement may have to wait for its turn. */
    void settle() {
        message = null;
        settled = true;
    }
}
