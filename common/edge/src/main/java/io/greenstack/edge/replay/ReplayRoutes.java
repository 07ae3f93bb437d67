package io.greenstack.edge.replay;

import io.greenstack.platform.deadletter.DeadLetter;

/** Says who handles a dead letter of this service again. A bean of the service. */
@FunctionalInterface
public interface ReplayRoutes {

    /** The handler; the same one for all letters that it handles in one batch. */
    ReplayHandler handler(DeadLetter letter);
}
