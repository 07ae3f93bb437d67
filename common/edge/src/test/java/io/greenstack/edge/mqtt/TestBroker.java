package io.greenstack.edge.mqtt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.persistence.OperationContext;
import org.apache.activemq.artemis.core.persistence.impl.journal.DummyOperationContext;
import org.apache.activemq.artemis.core.persistence.impl.journal.OperationContextImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/** An MQTT broker in this process that can be stopped and started again on the same port and data. */
final class TestBroker implements AutoCloseable {

    private static final long HANG_UP_NANOS = 5_000_000_000L;
    private final Path data;
    private final boolean persistent;
    private final int port;
    private EmbeddedActiveMQ server;

    TestBroker(Path data, boolean persistent) {
        this.data = data;
        this.persistent = persistent;
        this.port = freePort();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    TestBroker start() {
        try {
            ConfigurationImpl configuration = new ConfigurationImpl();
            configuration.setPersistenceEnabled(persistent).setSecurityEnabled(false).setJMXManagementEnabled(false)
                    .setJournalType(JournalType.NIO).setJournalDatasync(false)
                    .setJournalDirectory(data.resolve("journal").toString())
                    .setBindingsDirectory(data.resolve("bindings").toString())
                    .setLargeMessagesDirectory(data.resolve("large").toString())
                    .setPagingDirectory(data.resolve("paging").toString())
                    .addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:" + port + "?protocols=MQTT");
            configuration.registerBrokerPlugin(new OrderedDelivery());
            server = new EmbeddedActiveMQ();
            server.setConfiguration(configuration);
            server.start();
            return this;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        try {
            if (server != null) {
                hangUp();
                server.stop();
                server = null;
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client that acknowledges, another that is cut off and the journal that closes can wait for one another for ever. */
    private void hangUp() {
        server.getActiveMQServer().getRemotingService().pauseAcceptors();
        server.getActiveMQServer().getRemotingService().getConnections()
                .forEach(connection -> connection.getTransportConnection().close());
        long end = System.nanoTime() + HANG_UP_NANOS;
        while (!server.getActiveMQServer().getSessions().isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    /** Messages that the broker still keeps for subscriptions, in delivery ones included. */
    long backlog() {
        return server.getActiveMQServer().getPostOffice().getAllBindings()
                .filter(org.apache.activemq.artemis.core.postoffice.QueueBinding.class::isInstance)
                .map(org.apache.activemq.artemis.core.postoffice.QueueBinding.class::cast)
                .filter(binding -> binding.getAddress().toString().startsWith("devices"))
                .mapToLong(binding -> binding.getQueue().getMessageCount()).sum();
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * Without it Artemis lets a message wait for journal writes that the receiving or delivering thread happens to carry from other
     * work, while the next thread passes on the following messages: durable subscribers then see a burst out of order.
     */
    private static final class OrderedDelivery implements ActiveMQServerPlugin {

        private final ThreadLocal<OperationContext> aside = new ThreadLocal<>();

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
}
