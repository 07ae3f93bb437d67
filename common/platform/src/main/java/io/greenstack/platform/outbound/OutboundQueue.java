package io.greenstack.platform.outbound;

import java.util.List;

import io.smallrye.mutiny.Uni;

/** Way of the api-service to the broker. Messages with the same topic are published in the order of their appending. */
public interface OutboundQueue {

    /**
     * Appends messages, all of them or none.
     *
     * @return fails when Redis is away or the queue is full; then nothing was appended, or the answer got lost and
     *         appending again publishes twice
     */
    Uni<Void> append(List<OutboundMessage> messages);
}
