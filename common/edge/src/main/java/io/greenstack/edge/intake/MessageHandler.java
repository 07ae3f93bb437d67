package io.greenstack.edge.intake;

import java.util.concurrent.CompletionStage;

import io.greenstack.core.message.InboundMessage;

/**
 * Carries out messages one by one, and holds no thread while it does. Those of one key come one after the other, those of others
 * meanwhile.
 */
@FunctionalInterface
public interface MessageHandler {

    /**
     * Carries out a message. Delivery is at least once, so the same message may come again.
     *
     * @return ends when the message is done with and may be acknowledged; a failure has it come again, before all later ones of its key
     */
    CompletionStage<Void> handle(InboundMessage message);
}
