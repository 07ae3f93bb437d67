package io.greenstack.edge.ledger;

/**
 * The ledger at one instant. {@code received} is always the sum of the others.
 *
 * @param received messages taken from the broker, redeliveries included
 * @param written messages that reached durable storage
 * @param deadLettered messages set aside with a reason
 * @param inFlight messages held in memory, not acknowledged yet
 * @param droppedQos0 best-effort messages that did not fit
 * @param requeued messages left to the broker, which delivers them again
 */
public record LedgerSnapshot(long received, long written, long deadLettered, long inFlight, long droppedQos0,
        long requeued) {

    /** Whether {@code received = written + dead_lettered + in_flight + dropped_qos0 + requeued}. */
    public boolean balanced() {
        return received == written + deadLettered + inFlight + droppedQos0 + requeued;
    }
}
