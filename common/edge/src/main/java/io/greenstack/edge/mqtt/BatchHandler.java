package io.greenstack.edge.mqtt;

import java.util.List;

import io.greenstack.core.message.InboundMessage;

/**
 * Takes messages to durable storage. Called on a worker thread of the ingress, so it may block.
 */
@FunctionalInterface
public interface BatchHandler {

    /**
     * Handles messages in the order of their arrival.
     *
     * <p>
     * A message that gets {@link Outcome#RETRY} is handed over again, after a back-off, together with the other
     * messages of the batch that got it and before any newer message of the same worker. Where order per device
     * matters, a handler that returns {@code RETRY} for a message returns it for the later messages of that device too.
     *
     * @param batch 1 to {@link IngressLimits#batchMessages()} messages, oldest first
     * @return one outcome per message, in the same order
     * @throws PauseException to have the whole batch again after a time the dependency asked for
     * @throws Exception to have the whole batch again after the ingress's own back-off; logged
     */
    List<Outcome> handle(List<InboundMessage> batch) throws Exception;
}
