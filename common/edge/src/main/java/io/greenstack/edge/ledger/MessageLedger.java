package io.greenstack.edge.ledger;

import java.util.function.ToLongFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts where messages are. Thread-safe; a {@link #snapshot()} is consistent, which is why all counters share one lock
 * instead of being adders of their own. {@code in_flight} is counted by itself, not derived, so that the equation can be
 * tested.
 */
public final class MessageLedger {

    private long received;
    private long written;
    private long deadLettered;
    private long inFlight;
    private long droppedQos0;
    private long requeued;

    /** A message was taken and is held. */
    public synchronized void accept() {
        received++;
        inFlight++;
    }

    /** A QoS 0 message did not fit. */
    public synchronized void dropQos0() {
        received++;
        droppedQos0++;
    }

    /**
     * Held messages were settled.
     *
     * @param writtenNow how many reached durable storage
     * @param deadLetteredNow how many reached the dead-letter stream
     */
    public synchronized void settle(int writtenNow, int deadLetteredNow) {
        written += writtenNow;
        deadLettered += deadLetteredNow;
        inFlight -= writtenNow + deadLetteredNow;
    }

    /** Held messages were given up, unacknowledged; the broker delivers them again. */
    public synchronized void requeue(int messages) {
        requeued += messages;
        inFlight -= messages;
    }

    /** All figures at one instant. */
    public synchronized LedgerSnapshot snapshot() {
        return new LedgerSnapshot(received, written, deadLettered, inFlight, droppedQos0, requeued);
    }

    /**
     * Registers {@code greenstack_messages_total{outcome=...}} and {@code greenstack_messages_in_flight}.
     *
     * @param registry where to register; call once
     */
    public void bindTo(MeterRegistry registry) {
        counter(registry, "received", LedgerSnapshot::received);
        counter(registry, "written", LedgerSnapshot::written);
        counter(registry, "dead_lettered", LedgerSnapshot::deadLettered);
        counter(registry, "dropped_qos0", LedgerSnapshot::droppedQos0);
        counter(registry, "requeued", LedgerSnapshot::requeued);
        Gauge.builder("greenstack.messages.in.flight", this, ledger -> ledger.snapshot().inFlight())
                .description("Messages held in memory and not acknowledged yet").register(registry);
    }

    private void counter(MeterRegistry registry, String outcome, ToLongFunction<LedgerSnapshot> figure) {
        FunctionCounter.builder("greenstack.messages", this, ledger -> figure.applyAsLong(ledger.snapshot()))
                .tag("outcome", outcome).description("Messages by where they ended up").register(registry);
    }
}
