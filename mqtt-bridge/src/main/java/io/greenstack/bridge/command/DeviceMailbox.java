package io.greenstack.bridge.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.greenstack.core.message.DeviceTopic;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.intake.Outcome;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.edge.mqtt.IngressLimits;
import io.greenstack.edge.mqtt.MqttConnectionSettings;
import io.greenstack.edge.mqtt.MqttIngress;
import io.vertx.core.Vertx;

/**
 * Gets the commands and wanted values of all devices over the topics on which any device gets its own, for those that somebody here
 * speaks for. The broker keeps the session, so what was not done is done later.
 */
public final class DeviceMailbox {

    /** One batch at a time, so that what a device is sent stays in order. */
    private static final IngressLimits IN_ORDER = limits(200, 1);
    /** So that one that waits for a slow device does not hold up all others. */
    private static final IngressLimits SIDE_BY_SIDE = limits(50, 4);
    private static final Duration DRAIN = Duration.ofSeconds(2);
    private static final long LIMIT_SECONDS = 60;

    private final Topics topics;
    private final Recipient recipient;
    private final MqttIngress ingress;

    /** Carries out what a device is sent. */
    @FunctionalInterface
    public interface Recipient {

        /** Completes when the message is done with; a failure has it come again. */
        CompletableFuture<Void> take(DeviceTopic topic, byte[] payload);
    }

    private DeviceMailbox(Vertx vertx, MqttConnectionSettings connection, IngressLimits limits, Topics topics,
            Recipient recipient) {
        this.topics = topics;
        this.recipient = recipient;
        this.ingress = new MqttIngress(vertx, connection, limits,
                List.of(topics.filter(TopicKind.COMMANDS), topics.filter(TopicKind.CONFIG_DELTA)), this::handle,
                new MessageLedger());
    }

    /**
     * A mailbox that hands over the next messages when the last ones are done with.
     *
     * @param connection with a client id of its own, under which the broker keeps the session
     */
    public static DeviceMailbox inOrder(Vertx vertx, MqttConnectionSettings connection, Topics topics,
            Recipient recipient) {
        return new DeviceMailbox(vertx, connection, IN_ORDER, topics, recipient);
    }

    /**
     * A mailbox that hands over further messages while some are being carried out; the recipient keeps the order of a device.
     *
     * @param connection with a client id of its own, under which the broker keeps the session
     */
    public static DeviceMailbox sideBySide(Vertx vertx, MqttConnectionSettings connection, Topics topics,
            Recipient recipient) {
        return new DeviceMailbox(vertx, connection, SIDE_BY_SIDE, topics, recipient);
    }

    private static IngressLimits limits(int batch, int inFlight) {
        return new IngressLimits(2_000, 8 * 1024 * 1024, batch, Duration.ZERO, inFlight, Duration.ofMillis(200),
                Duration.ofSeconds(2));
    }

    /** Begins to take messages. */
    public void open() {
        ingress.start();
    }

    /** Takes no more messages; the broker keeps them. */
    public void close() {
        ingress.stop(DRAIN);
    }

    /** Messages of different devices are carried out at the same time. */
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
        try {
            return recipient.take(topics.parse(message.topic()), message.payload());
        } catch (PayloadException e) {
            return CompletableFuture.completedFuture(null);
        }
    }
}
