package io.greenstack.bridge.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jboss.logging.Logger;

import io.greenstack.core.message.DeviceTopic;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.edge.mqtt.IngressLimits;
import io.greenstack.edge.mqtt.MqttConnectionSettings;
import io.greenstack.edge.mqtt.MqttIngress;
import io.vertx.core.Vertx;

/**
 * Gets the commands and wanted values of all devices over the topics on which any device gets its own, for those that somebody here
 * speaks for. What a device is sent is carried out in order, one after the other; a slow device holds up no other one. The broker
 * keeps the session, so what was not done is done later.
 */
public final class DeviceMailbox {

    private static final Logger LOG = Logger.getLogger(DeviceMailbox.class);
    private static final IngressLimits LIMITS = new IngressLimits(2_000, 8 * 1024 * 1024, 200, Duration.ZERO, 1,
            Duration.ofMillis(200), Duration.ofSeconds(2));
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final Topics topics;
    private final Recipient recipient;
    private final MqttIngress ingress;

    /** Carries out what a device is sent. */
    @FunctionalInterface
    public interface Recipient {

        /** Completes when the message is done with; a failure has it come again, before later ones of the device. Does not block. */
        CompletableFuture<Void> take(DeviceTopic topic, byte[] payload);
    }

    /** @param connection with a client id of its own, under which the broker keeps the session */
    public DeviceMailbox(Vertx vertx, MqttConnectionSettings connection, Topics topics, Recipient recipient) {
        this.topics = topics;
        this.recipient = recipient;
        this.ingress = MqttIngress.keyed(vertx, connection, LIMITS,
                List.of(topics.filter(TopicKind.COMMANDS), topics.filter(TopicKind.CONFIG_DELTA)), this::device,
                this::carryOut, new MessageLedger());
    }

    /** Begins to take messages. */
    public void open() {
        ingress.start();
    }

    /** Takes no more messages; the broker keeps them. */
    public void close() {
        ingress.stop(DRAIN);
    }

    private String device(InboundMessage message) {
        try {
            return topics.parse(message.topic()).deviceId().value();
        } catch (PayloadException e) {
            return "";
        }
    }

    /** A message that cannot be understood costs only itself. */
    private CompletableFuture<Void> carryOut(InboundMessage message) {
        try {
            return recipient.take(topics.parse(message.topic()), message.payload());
        } catch (PayloadException e) {
            return CompletableFuture.completedFuture(null);
        } catch (RuntimeException e) {
            LOG.warnf(e, "A message on %s is left out", message.topic());
            return CompletableFuture.completedFuture(null);
        }
    }
}
