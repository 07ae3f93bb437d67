package io.greenstack.localstack.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.server.RemotingService;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * MQTT 3.1.1 and 5 broker (Artemis) in this JVM. Messages, retained messages and persistent sessions are in a journal
 * in the data folder and survive a restart of the broker; nothing is dropped when a client is slow: a full queue goes
 * to disk, and an unacknowledged message is delivered again without a limit of attempts. Messages reach a subscriber in
 * the order in which the broker took them.
 */
public final class EmbeddedBroker implements EmbeddedServer {

    private static final long STOP_SECONDS = 60;
    private static final Duration HANG_UP = Duration.ofSeconds(5);
    private static final long ADDRESS_MEMORY_BYTES = 20L * 1024 * 1024;
    private static final long TOTAL_MEMORY_BYTES = 128L * 1024 * 1024;
    private static final int JOURNAL_FILE_BYTES = 4 * 1024 * 1024;
    private static final int UNLIMITED = -1;
    /** Nothing is ever sent there; the broker warns about each queue that has no such address. */
    private static final SimpleString NOWHERE = SimpleString.of("nowhere");

    /** Would log every packet; held here because the log manager forgets loggers that nobody holds. */
    private static final Logger AUDIT = Logger.getLogger("org.apache.activemq.audit");

    private final ServerSettings settings;
    private final BrokerAccess access;
    private ActiveMQServer server;

    /** A broker that lets everybody in. */
    public EmbeddedBroker(ServerSettings settings) {
        this(settings, null);
    }

    /**
     * @param access who may connect and use which topics; null = everybody may do anything, without any check
     */
    public EmbeddedBroker(ServerSettings settings, BrokerAccess access) {
        this.settings = settings;
        this.access = access;
    }

    @Override
    public String name() {
        return "MQTT broker";
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        Folders.create(settings.folder());
        if (!Ports.isFree(settings.port())) {
            throw new ServerException("Port " + settings.port() + " of the MQTT broker is taken");
        }
        AUDIT.setLevel(Level.WARNING);
        ActiveMQServer created = new ActiveMQServerImpl(configuration(),
                access == null ? null : new BrokerSecurity(access));
        try {
            created.start();
            server = created;
        } catch (Exception e) {
            stop(created);
            throw new ServerException("The MQTT broker did not start on port " + settings.port() + ": "
                    + e.getMessage(), e);
        }
        if (!Ports.accepts(settings.port())) {
            stop();
            throw new ServerException("The MQTT broker does not listen on port " + settings.port());
        }
    }

    private Configuration configuration() {
        Path folder = settings.folder();
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setName("greenstack");
        configuration.setPersistenceEnabled(true);
        configuration.setSecurityEnabled(access != null);
        configuration.setJMXManagementEnabled(false);
        configuration.setJournalType(JournalType.NIO);
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.setNodeManagerLockDirectory(folder.resolve("lock").toString());
        configuration.setJournalFileSize(JOURNAL_FILE_BYTES);
        configuration.setJournalMinFiles(2);
        configuration.setJournalPoolFiles(4);
        configuration.setJournalDatasync(!settings.temporary());
        configuration.setGlobalMaxSize(TOTAL_MEMORY_BYTES);
        configuration.setMaxDiskUsage(UNLIMITED);
        configuration.setMessageCounterEnabled(false);
        configuration.setGracefulShutdownEnabled(false);
        configuration.setWildCardConfiguration(mqttWildcards());
        configuration.addAcceptorConfiguration(acceptor());
        configuration.addAddressSetting("#", addresses());
        configuration.registerBrokerPlugin(new OrderedDelivery());
        return configuration;
    }

    /** The MQTT topic grammar, so that addresses and topics are the same text, dots in device ids included. */
    private static WildcardConfiguration mqttWildcards() {
        WildcardConfiguration wildcards = new WildcardConfiguration();
        wildcards.setDelimiter('/');
        wildcards.setSingleWord('+');
        wildcards.setAnyWords('#');
        return wildcards;
    }

    private TransportConfiguration acceptor() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("host", HOST);
        parameters.put("port", settings.port());
        parameters.put("protocols", "MQTT");
        parameters.put("useEpoll", false);
        parameters.put("useKQueue", false);
        parameters.put("remotingThreads", 2);
        Map<String, Object> protocol = new HashMap<>();
        protocol.put("allowLinkStealing", true);
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), parameters, "mqtt", protocol);
    }

    private static AddressSettings addresses() {
        return new AddressSettings()
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true)
                .setAutoDeleteAddresses(true)
                .setAutoDeleteQueues(true)
                .setMaxDeliveryAttempts(UNLIMITED)
                .setDeadLetterAddress(NOWHERE)
                .setExpiryAddress(NOWHERE)
                .setRedeliveryDelay(0)
                .setMaxSizeBytes(ADDRESS_MEMORY_BYTES)
                .setPageSizeBytes(JOURNAL_FILE_BYTES)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            stop(server);
            server = null;
        }
    }

    private static void stop(ActiveMQServer server) {
        hangUp(server);
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        Thread stopping = new Thread(() -> {
            try {
                server.stop();
                stopped.complete(null);
            } catch (Exception e) {
                stopped.completeExceptionally(e);
            }
        }, "stop-mqtt-broker");
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopped.get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ServerException("The MQTT broker did not stop cleanly: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Closes the connections before the broker stops: a client that acknowledges, another that is cut off and the journal that
     * closes can wait for one another for ever.
     */
    private static void hangUp(ActiveMQServer server) {
        RemotingService remoting = server.getRemotingService();
        if (remoting == null) {
            return;
        }
        remoting.pauseAcceptors();
        remoting.getConnections().forEach(connection -> connection.getTransportConnection().close());
        Waiting.until(HANG_UP, () -> server.getSessions().isEmpty());
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null && server.isStarted();
    }

    @Override
    public int port() {
        return settings.port();
    }

    /** Address in the form of {@code MQTT_BROKER}: host:port. */
    public String address() {
        return HOST + ":" + settings.port();
    }

    /** Messages that wait in the queues of all subscriptions, delivered but unacknowledged ones included. */
    public synchronized long pendingMessages() {
        return server == null ? 0 : server.getTotalMessageCount();
    }

    @Override
    public void close() {
        stop();
        if (settings.temporary()) {
            Folders.delete(settings.folder());
        }
    }
}
