package io.greenstack.edge.mqtt;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.greenstack.edge.ledger.MessageLedger;

/** What follows when messages are done with, or are left to the broker: their room, their acknowledgement and their place in the ledger. */
final class Settlement {

    private final IntakeQueue queue;
    private final MessageLedger ledger;
    private final Runnable roomFreed;
    private final SettlingTimes times = new SettlingTimes();

    /** @param roomFreed called on any thread whenever room has become free */
    Settlement(IntakeQueue queue, MessageLedger ledger, Runnable roomFreed) {
        this.queue = queue;
        this.ledger = ledger;
        this.roomFreed = roomFreed;
    }

    SettlingTimes times() {
        return times;
    }

    /**
     * Messages are done with.
     *
     * @param done oldest first
     * @param written how many of them were written; the others are dead letters
     */
    void done(List<Pending> done, int written) {
        if (done.isEmpty()) {
            return;
        }
        Set<MqttLink> links = new HashSet<>(2);
        for (Pending pending : done) {
            links.add(pending.link);
            pending.settle();
        }
        times.settled(done.get(0));
        ledger.settle(written, done.size() - written);
        queue.release(done);
        links.forEach(MqttLink::acknowledgeSettled);
        roomFreed.run();
    }

    /** Messages are left to the broker, which has them still. */
    void giveUp(List<Pending> pendings) {
        ledger.requeue(pendings.size());
        queue.release(pendings);
        roomFreed.run();
    }
}
