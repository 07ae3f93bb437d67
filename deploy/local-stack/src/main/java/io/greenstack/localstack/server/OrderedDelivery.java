package io.greenstack.localstack.server;

import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.persistence.OperationContext;
import org.apache.activemq.artemis.core.persistence.impl.journal.DummyOperationContext;
import org.apache.activemq.artemis.core.persistence.impl.journal.OperationContextImpl;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * Keeps the order of messages from a publisher to a subscriber (MQTT-4.6.0-6).
 *
 * <p>
 * Artemis 2.55 does many things "after the storage operations of this thread", and MQTT connections and queues change threads all
 * the time. So what one thread has to wait for is overtaken by what the next thread does not:
 * <ul>
 * <li>A message enters its queues after the storage operations. In the bursts with which 8 publishers connected again after 20 restarts
 * of the broker, 170 of 40,000 messages were overtaken by later ones of the same connection, after they had arrived in order.
 * Here each session has operations of its own, as with the core protocol of Artemis.</li>
 * <li>A packet to a subscriber is written after the storage operations. With durable subscriptions and a burst of 5,000 messages three
 * runs of four had packets swapped, seen with bare sockets on both sides. A delivery has nothing of its own to wait for, since the
 * message is acknowledged to its publisher only when it is stored; so the thread's operations are put aside while it
 * delivers.</li>
 * </ul>
 */
final class OrderedDelivery implements ActiveMQServerPlugin {

    private final ThreadLocal<OperationContext> aside = new ThreadLocal<>();

    /** Stays for the rest of the packet, so that its acknowledgement waits for what was stored. */
    @Override
    public void beforeSend(ServerSession session, Transaction transaction, Message message, boolean direct,
            boolean noAutoCreateQueue) {
        OperationContextImpl.setContext(session.getSessionContext());
    }

    @Override
    public void beforeDeliver(ServerConsumer consumer, MessageReference reference) {
        aside.set(OperationContextImpl.getContext());
        OperationContextImpl.setContext(DummyOperationContext.getInstance());
    }

    @Override
    public void afterDeliver(ServerConsumer consumer, MessageReference reference) {
        OperationContextImpl.setContext(aside.get());
        aside.remove();
    }
}
