package io.greenstack.bridge.namespace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.greenstack.bridge.dialect.DialectSettings;
import io.greenstack.bridge.dialect.Publication;
import io.greenstack.bridge.dialect.sparkplug.SparkplugWriter;
import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.mqtt.IngressSettings;
import io.greenstack.edge.mqtt.MqttConnectionSettings;
import io.greenstack.edge.mqtt.MqttRole;
import io.greenstack.edge.mqtt.MqttSender;
import io.greenstack.edge.mqtt.MqttWill;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.layout.LayoutSource;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * The bridge as a Sparkplug B edge node, over a connection of its own, since the death of a node is the last will of its connection. As
 * with the topics of the plant telemetry never waits for it. Whatever could not go out is followed by births, so that nobody misses a
 * number unknowingly.
 */
@Singleton
public class NodeOutput {

    private static final int AT_ONCE = 500;
    private static final int SESSIONS = 256;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration GOODBYE = Duration.ofSeconds(3);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final String group;
    private final NodeSession node;
    private final LayoutSource layouts;
    private final MqttSender sender;
    private final int mostWaiting;
    private final ArrayDeque<NamespaceReading> waiting = new ArrayDeque<>();
    private final LongAdder published = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final BackgroundTask task = new BackgroundTask("sparkplug-node", this::send, RETRY);
    private final AtomicBoolean birthsDue = new AtomicBoolean();
    /** Begins somewhere else at each start, so that the death of a process that ended ends no session of this one. */
    private final AtomicLong session = new AtomicLong(Instant.now().getEpochSecond() % SESSIONS);

    NodeOutput(NodeSettings settings, DialectSettings dialects, MqttConfig mqtt, LayoutSource layouts, Vertx vertx,
            MeterRegistry metrics) {
        this.layouts = layouts;
        this.mostWaiting = settings.maxWaiting();
        this.group = settings.group().map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
        if (group == null) {
            this.node = null;
            this.sender = null;
            return;
        }
        MqttConnectionSettings connection = IngressSettings.connection(mqtt);
        String id = settings.id().map(String::strip).filter(text -> !text.isEmpty()).orElse(connection.clientId());
        check("group (MQTT_SPARKPLUG_NODE_GROUP)", group);
        check("id (MQTT_SPARKPLUG_NODE_ID)", id);
        if (dialects.sparkplugGroups().orElse(List.of()).stream().anyMatch(one -> one.strip().equals(group))) {
            throw new IllegalArgumentException("greenstack.sparkplug-node.group (MQTT_SPARKPLUG_NODE_GROUP) must not be"
                    + " one of MQTT_SPARKPLUG_GROUPS, which the bridge listens to; got '" + group + "' in both");
        }
        this.node = new NodeSession(group, id, settings.maxDevices(), this::layouts);
        this.sender = new MqttSender(vertx, connection.as("node"), new Role());
        FunctionCounter.builder("greenstack.sparkplug.node.published", published, LongAdder::sum)
                .description("Messages of the Sparkplug edge node that were sent").register(metrics);
        FunctionCounter.builder("greenstack.sparkplug.node.dropped", dropped, LongAdder::sum)
                .description("Readings for which the Sparkplug edge node had no room").register(metrics);
        Gauge.builder("greenstack.sparkplug.node.waiting", this, NodeOutput::waiting)
                .description("Readings that wait for the Sparkplug edge node").register(metrics);
    }

    private static void check(String what, String text) {
        if (text.chars().anyMatch(c -> "/+#".indexOf(c) >= 0 || c < ' ') || "STATE".equals(text)) {
            throw new IllegalArgumentException("greenstack.sparkplug-node." + what
                    + " is one level of a topic, without /, + and #, and not STATE; got '" + text + "'");
        }
    }

    void start(@Observes StartupEvent event) {
        if (on()) {
            sender.start();
            task.start(LOOK);
        }
    }

    /** A goodbye makes the broker forget the last will, so the death is told before. */
    void stop(@Observes @Priority(200) ShutdownEvent event) {
        task.stop();
        if (on()) {
            if (sender.connected()) {
                try {
                    hand(node.death(session.get(), Instant.now())).get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (ExecutionException | TimeoutException e) {
                    NamespaceOutput.LOG.debugf("The death of the edge node was not told: %s", e);
                }
            }
            sender.stop(GOODBYE);
        }
    }

    /** Whether there is an edge node at all. */
    public boolean on() {
        return node != null;
    }

    /** Filter of all that it says. */
    String topics() {
        return node.topics();
    }

    /** Whether a topic is one of its group. */
    boolean concerns(String topic) {
        return on() && topic.startsWith(NodeSession.NAMESPACE + "/" + group + "/");
    }

    /** Takes readings; never blocks. */
    public void offer(List<NamespaceReading> readings) {
        if (!on() || readings.isEmpty()) {
            return;
        }
        synchronized (waiting) {
            waiting.addAll(readings);
            while (waiting.size() > mostWaiting) {
                waiting.remove();
                dropped.increment();
            }
        }
        task.wake();
    }

    private int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    private List<NamespaceReading> take() {
        List<NamespaceReading> taken = new ArrayList<>();
        synchronized (waiting) {
            while (taken.size() < AT_ONCE && !waiting.isEmpty()) {
                taken.add(waiting.remove());
            }
        }
        return taken;
    }

    private Map<String, LayoutLookup> layouts(Collection<String> devices) {
        return layouts.lookup(devices).await().atMost(LIMIT);
    }

    private void send() throws InterruptedException {
        boolean more = true;
        while (more && sender.connected()) {
            try {
                if (birthsDue.getAndSet(false)) {
                    publish(node.births(session.get(), Instant.now()));
                }
                List<NamespaceReading> readings = take();
                more = !readings.isEmpty();
                if (more) {
                    publish(node.readings(readings, Instant.now()));
                }
            } catch (RuntimeException e) {
                birthsDue.set(true);
                throw e;
            }
        }
    }

    private void publish(List<Publication> said) throws InterruptedException {
        List<CompletableFuture<Void>> sent = said.stream().map(this::hand).toList();
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(LIMIT.toMillis(),
                    TimeUnit.MILLISECONDS);
            published.add(said.size());
        } catch (ExecutionException | CompletionException | TimeoutException e) {
            throw new IllegalStateException("the edge node is born again: "
                    + (e.getCause() == null ? "no answer" : e.getCause().getMessage()));
        }
    }

    private CompletableFuture<Void> hand(Publication one) {
        return sender.publish(one.topic(), one.payload(), one.qos(), one.retain()).toCompletableFuture();
    }

    private final class Role implements MqttRole {

        @Override
        public MqttWill will() {
            Publication death = node.death(session.updateAndGet(number -> (number + 1) % SESSIONS), Instant.now());
            return new MqttWill(death.topic(), death.payload(), death.qos(), death.retain());
        }

        @Override
        public Set<String> filters() {
            return Set.of(node.commandTopic());
        }

        @Override
        public void opened() {
            birthsDue.set(true);
            task.wake();
        }

        @Override
        public void heard(InboundMessage message) {
            if (SparkplugWriter.asksForRebirth(message.payload())) {
                birthsDue.set(true);
                task.wake();
            }
        }

        @Override
        public void closed() {
            birthsDue.set(true);
        }
    }
}
