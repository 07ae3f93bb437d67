package io.greenstack.edge.replay;

import java.util.List;

import io.greenstack.edge.intake.BatchHandler;
import io.greenstack.edge.intake.Outcome;
import io.greenstack.platform.deadletter.StoredDeadLetter;

/** Takes dead letters that operators sent back to their service; otherwise as {@link BatchHandler}. */
@FunctionalInterface
public interface ReplayHandler {

    /**
     * Handles dead letters in their order.
     *
     * @return one outcome for each, in the same order
     * @throws Exception to have all of them again later
     */
    List<Outcome> handle(List<StoredDeadLetter> letters) throws Exception;

    /** Handles each as the message that it was when it came from the broker. */
    static ReplayHandler of(BatchHandler handler) {
        return letters -> handler.handle(letters.stream().map(StoredDeadLetter::message).toList());
    }
}
