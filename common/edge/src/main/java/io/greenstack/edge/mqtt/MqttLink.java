package io.greenstack.edge.mqtt;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

import io.vertx.core.buffer.Buffer;

/**
 * What a connection owes the broker: the messages that it brought and that are not acknowledged yet. It belongs to the event
 * loop of its connection, all but {@link #acknowledgeSettled()}.
 */
final class MqttLink {

    private final MqttConnection connection;
    private final Predicate<Runnable> eventLoop;
    private final ArrayDeque<Pending> unacknowledged = new ArrayDeque<>();
    private final BitSet packetIdsInUse = new BitSet();
    private final AtomicBoolean ackRequested = new AtomicBoolean();

    private volatile boolean superseded;
    private volatile int unacknowledgedCount;
    private volatile Pending oldest;

    /** @param eventLoop runs something on the event loop of the connection */
    MqttLink(MqttConnection connection, Predicate<Runnable> eventLoop) {
        this.connection = connection;
        this.eventLoop = eventLoop;
    }

    /** Whether the broker delivers again what this connection has not acknowledged. */
    boolean superseded() {
        return superseded;
    }

    void supersede() {
        superseded = true;
    }

    int unacknowledgedCount() {
        return unacknowledgedCount;
    }

    /** How long the oldest message that is not acknowledged has waited, ms; 0 while there is none. */
    long oldestMillis() {
        Pending pending = oldest;
        return pending == null ? 0 : Math.max(0, (System.nanoTime() - pending.arrivedNanos) / 1_000_000);
    }

    private void count() {
        unacknowledgedCount = unacknowledged.size();
        oldest = unacknowledged.peekFirst();
    }

    /** Whether a packet waits for its acknowledgement; when it comes again, the first one counts. */
    boolean owes(int packetId) {
        return packetIdsInUse.get(packetId);
    }

    /** Registers a message for its acknowledgement, in order of arrival. */
    void track(Pending pending) {
        unacknowledged.addLast(pending);
        packetIdsInUse.set(pending.packetId);
        count();
    }

    /** The connection is gone, and with it all that could be acknowledged. */
    void forget() {
        unacknowledged.clear();
        count();
    }

    /** Has PUBACK sent for settled messages; from any thread. */
    void acknowledgeSettled() {
        if (ackRequested.compareAndSet(false, true)) {
            eventLoop.test(this::sendAcks);
        }
    }

    /**
     * Sends PUBACK, which is the same in MQTT 3.1.1 and 5, for settled messages: oldest first and stopping at the first unsettled
     * one, because acknowledgements go out in the order of arrival (MQTT-4.6.0-2).
     */
    void sendAcks() {
        ackRequested.set(false);
        Buffer acks = null;
        for (Pending head = unacknowledged.peekFirst(); head != null && head.settled(); head = unacknowledged
                .peekFirst()) {
            unacknowledged.pollFirst();
            packetIdsInUse.clear(head.packetId);
            if (acks == null) {
                acks = Buffer.buffer(MqttConnection.PUBACK_BYTES * (unacknowledged.size() + 1));
            }
            acks.appendUnsignedShort(MqttConnection.PUBACK_HEADER).appendUnsignedShort(head.packetId);
        }
        if (acks != null) {
            count();
            connection.write(acks);
        }
    }
}
