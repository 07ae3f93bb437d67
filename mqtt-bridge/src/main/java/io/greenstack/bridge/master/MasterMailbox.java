package io.greenstack.bridge.master;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.DeviceTopic;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.intake.Outcome;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.edge.mqtt.IngressLimits;
import io.greenstack.edge.mqtt.IngressSettings;
import io.greenstack.edge.mqtt.MqttConnectionSettings;
import io.greenstack.edge.mqtt.MqttIngress;
import io.greenstack.platform.config.MqttConfig;
import io.vertx.core.Vertx;

/**
 * Gets the commands and wanted values of all devices on masters, over the topics on which any device gets its own. The session in the
 * broker is the same whichever bridge runs the masters: what was not done goes to the next one, and the broker itself ends the
 * connection of an earlier one.
 */
@Singleton
class MasterMailbox {

    private static final IngressLimits LIMITS = new IngressLimits(2_000, 8 * 1024 * 1024, 50, Duration.ZERO, 4,
            Duration.ofMillis(200), Duration.ofSeconds(2));
    private static final Duration DRAIN = Duration.ofSeconds(2);
    private static final long LIMIT_SECONDS = 60;

    private final Vertx vertx;
    private final MqttConnectionSettings connection;
    private final Topics topics;
    private final MasterCommands commands;
    private MqttIngress ingress;
    private volatile Function<DeviceId, Place> places = device -> null;

    MasterMailbox(Vertx vertx, MqttConfig config, Topics topics, MasterCommands commands) {
        this.vertx = vertx;
        MqttConnectionSettings own = IngressSettings.connection(config);
        this.connection = new MqttConnectionSettings(own.host(), own.port(),
                "greenstack-masters-" + config.topicPrefix().replace('/', '-'), own.username(),
                own.password(), own.tls(), own.trustCertificate(), own.keepAlive(), own.connectTimeout(),
                own.maxMessageBytes(), own.backoffMin(), own.backoffMax());
        this.topics = topics;
        this.commands = commands;
    }

    /**
     * Where a device hangs.
     *
     * @param runner of its master
     * @param port its port
     */
    record Place(MasterRunner runner, int port) {}

    /** Begins to take messages; further calls do nothing. */
    synchronized void open(Function<DeviceId, Place> where) {
        if (ingress == null) {
            places = where;
            ingress = new MqttIngress(vertx, connection, LIMITS,
                    List.of(topics.filter(TopicKind.COMMANDS), topics.filter(TopicKind.CONFIG_DELTA)), this::handle,
                    new MessageLedger());
            ingress.start();
        }
    }

    /** Takes no more messages; the broker keeps them. */
    synchronized void close() {
        if (ingress != null) {
            ingress.stop(DRAIN);
            ingress = null;
        }
    }

    /** Messages of different masters are carried out at the same time. */
    private List<Outcome> handle(List<InboundMessage> batch) throws InterruptedException, ExecutionException {
        List<CompletableFuture<Void>> done = new ArrayList<>(batch.size());
        for (InboundMessage message : batch) {
            done.add(carryOut(message));
        }
        try {
            CompletableFuture.allOf(done.toArray(CompletableFuture[]::new)).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return batch.stream().map(message -> Outcome.RETRY).toList();
        }
        return batch.stream().map(message -> Outcome.WRITTEN).toList();
    }

    private CompletableFuture<Void> carryOut(InboundMessage message) {
        DeviceTopic topic;
        try {
            topic = topics.parse(message.topic());
        } catch (PayloadException e) {
            return CompletableFuture.completedFuture(null);
        }
        Place place = places.apply(topic.deviceId());
        return place == null
                ? CompletableFuture.completedFuture(null)
                : commands.carryOut(place, topic, message.payload());
    }
}
