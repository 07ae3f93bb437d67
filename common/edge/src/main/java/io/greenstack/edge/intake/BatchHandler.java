package io.greenstack.edge.intake;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import io.greenstack.core.message.InboundMessage;

/**
 * Stores messages and says what became of each. {@link Intake} makes one of an {@link IntakeHandler}. Runs on a worker thread
 * and may block. A message counts as done only when the outcome says so: the caller acknowledges after this method returned.
 */
@FunctionalInterface
public interface BatchHandler {

    /**
     * Stores a batch. Delivery is at least once, so the same message may come again; a handler that has to keep the order per
     * device answers {@link Outcome#RETRY} for the later messages of that device too.
     *
     * @param batch oldest first
     * @return one outcome per message, in the same order
     * @throws PauseException to have the whole batch again after a time the dependency asked for
     * @throws Exception to have the whole batch again after the caller's own back-off; logged
     */
    List<Outcome> handle(List<InboundMessage> batch) throws Exception;

    /** The same for one thread at a time; the others wait. */
    default BatchHandler oneAtATime() {
        ReentrantLock turn = new ReentrantLock();
        return batch -> {
            turn.lockInterruptibly();
            try {
                return handle(batch);
            } finally {
                turn.unlock();
            }
        };
    }
}
