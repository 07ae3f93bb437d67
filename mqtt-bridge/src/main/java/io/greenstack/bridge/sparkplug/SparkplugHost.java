package io.greenstack.bridge.sparkplug;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.bridge.command.DeviceMailbox;
import io.greenstack.bridge.dialect.DialectSettings;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.lane.Lanes;
import io.greenstack.edge.mqtt.IngressSettings;
import io.greenstack.edge.mqtt.IngressStatus;
import io.greenstack.edge.mqtt.MqttConnectionSettings;
import io.greenstack.edge.mqtt.MqttRole;
import io.greenstack.edge.mqtt.MqttSender;
import io.greenstack.edge.mqtt.MqttWill;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.config.MqttConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * The bridge as host of edge nodes. It takes what is for devices behind them, and tells whether it is there (STATE, Sparkplug 3.0,
 * 5.12) over a connection of its own, since its death is the last will of a connection and has the same time as its birth. It is
 * there while it listens to the edge nodes: what they send meanwhile nobody keeps for it.
 */
@Singleton
class SparkplugHost {

    private static final Logger LOG = Logger.getLogger(SparkplugHost.class);
    private static final String LANE = "dialect";
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private final String topic;
    private final boolean listens;
    private final MqttConnectionSettings connection;
    private final DeviceMailbox mailbox;
    private final Lanes lanes;
    private final Vertx vertx;
    private final Clock clock;
    private final BackgroundTask task = new BackgroundTask("sparkplug-host", this::look, RETRY);
    /** Whether the present connection has still to say that the host is there. */
    private final AtomicBoolean birthDue = new AtomicBoolean();
    private volatile boolean online;
    /** Of the present connection, in milliseconds since 1970. */
    private volatile long since;
    /** Null while the host is not there. */
    private MqttSender sender;

    SparkplugHost(HostSettings settings, DialectSettings dialects, MqttConfig mqtt, Topics topics,
            SparkplugOrders orders, Lanes lanes, Vertx vertx, Clock clock, MeterRegistry metrics) {
        this.listens = dialects.sparkplugGroups().orElse(List.of()).stream().anyMatch(group -> !group.isBlank());
        this.connection = IngressSettings.connection(mqtt);
        this.lanes = lanes;
        this.vertx = vertx;
        this.clock = clock;
        String id = settings.id().map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
        this.topic = id == null ? null : "spBv1.0/STATE/" + id;
        if (id != null) {
            check(id);
            Gauge.builder("greenstack.sparkplug.host.online", this, host -> host.online ? 1 : 0)
                    .description("Whether edge nodes are told that the host is there").register(metrics);
        }
        this.mailbox = listens
                ? new DeviceMailbox(vertx, connection.as("sparkplug"), topics, orders::carryOut)
                : null;
    }

    private void check(String id) {
        if (!listens) {
            throw new IllegalArgumentException("greenstack.sparkplug-host.id (MQTT_SPARKPLUG_HOST_ID) is set, and no"
                    + " groups that the bridge listens to; set MQTT_SPARKPLUG_GROUPS too");
        }
        if (id.chars().anyMatch(c -> "/+#".indexOf(c) >= 0 || c < ' ')) {
            throw new IllegalArgumentException("greenstack.sparkplug-host.id (MQTT_SPARKPLUG_HOST_ID) is one level of a"
                    + " topic, without /, + and #; got '" + id + "'");
        }
    }

    void start(@Observes StartupEvent event) {
        if (listens) {
            mailbox.open();
        }
        if (topic != null) {
            task.start(LOOK);
        }
    }

    /** Before the lanes stop, so that edge nodes store what comes from now on. */
    void stop(@Observes @Priority(50) ShutdownEvent event) throws InterruptedException {
        task.stop();
        leave();
        if (listens) {
            mailbox.close();
        }
    }

    private void look() throws InterruptedException {
        IngressStatus lane = lanes.status().get(LANE);
        boolean here = lane != null && lane.connected();
        if (!here) {
            leave();
        } else if (sender == null) {
            sender = new MqttSender(vertx, connection.as("sparkplug-host"), new Role());
            sender.start();
        } else if (sender.connected() && birthDue.getAndSet(false)) {
            try {
                await(say(true, since));
                online = true;
            } catch (IllegalStateException e) {
                birthDue.set(true);
                throw e;
            }
        }
    }

    /** A goodbye makes the broker forget the last will, so the end is told before. */
    private void leave() throws InterruptedException {
        if (sender == null) {
            return;
        }
        try {
            if (online && sender.connected()) {
                await(say(false, clock.millis()));
            }
        } catch (IllegalStateException e) {
            LOG.debugf("The end of the host was not told: %s", e.getMessage());
        } finally {
            online = false;
            sender.stop(GOODBYE);
            sender = null;
        }
    }

    private CompletionStage<Void> say(boolean there, long time) {
        return sender.publish(topic, state(there, time), 1, true);
    }

    private static byte[] state(boolean there, long time) {
        return new JsonObject().put("online", there).put("timestamp", time).encode().getBytes(StandardCharsets.UTF_8);
    }

    private static void await(CompletionStage<Void> said) throws InterruptedException {
        try {
            said.toCompletableFuture().get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the state of the host is not told: " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the state of the host is not told: no acknowledgement", e);
        }
    }

    private final class Role implements MqttRole {

        @Override
        public MqttWill will() {
            since = clock.millis();
            return new MqttWill(topic, state(false, since), 1, true);
        }

        @Override
        public Set<String> filters() {
            return Set.of(topic);
        }

        @Override
        public void opened() {
            birthDue.set(true);
            task.wake();
        }

        /** Somebody else says that this host is gone, such as the last will of a connection before this one. */
        @Override
        public void heard(InboundMessage message) {
            if (online && saysGone(message.payload())) {
                birthDue.set(true);
                task.wake();
            }
        }

        @Override
        public void closed() {
            online = false;
        }

        private static boolean saysGone(byte[] payload) {
            try {
                return Boolean.FALSE
                        .equals(new JsonObject(new String(payload, StandardCharsets.UTF_8)).getValue("online"));
            } catch (DecodeException e) {
                return false;
            }
        }
    }
}
