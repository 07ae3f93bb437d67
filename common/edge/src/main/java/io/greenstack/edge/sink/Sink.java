package io.greenstack.edge.sink;

import java.util.List;

/** A store of readings. Safe for several threads, where the lane handles several batches at once. */
@FunctionalInterface
public interface Sink {

    /**
     * Stores what messages say; blocks until it is durable. Messages come again after a failure, so equal readings of a device
     * replace each other.
     *
     * @param messages oldest first
     * @return one result for each, in the same order
     * @throws io.greenstack.edge.intake.PauseException when nothing could be stored, because the store is away
     */
    List<SinkResult> write(List<SinkMessage> messages);
}
