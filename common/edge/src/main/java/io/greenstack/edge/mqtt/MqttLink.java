package io.greenstack.edge.mqtt;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.greenstack.core.message.InboundMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubAckMessage;

/**
 * One connection to the broker, from the TCP connect to its end; never reused. All state belongs to the event loop of
 * {@code context}; other threads use {@link #pause()}, {@link #resume()}, {@link #acknowledgeSettled()} and {@link #end}, which
 * move there.
 */
final class MqttLink {

    private static final int PUBACK_HEADER = 0x4002;
    private static final int PUBACK_BYTES = 4;
    private static final long CLOSE_PATIENCE_MILLIS = 1000;

    /**
     * Brokers send each message in a packet of its own, and to be woken up for each costs more than all the rest that is done
     * with it. 2 ms are well below what a batch takes.
     */
    private static final long READ_REST_MICROS = 2_000;

    /** What the owner of a connection gets to know; always on the event loop. */
    interface Listener {

        /** CONNACK accepted. */
        void connected(MqttLink link, boolean sessionPresent);

        /** All subscriptions granted. */
        void subscribed(MqttLink link);

        /** A message arrived; packet id 0 for QoS 0. */
        void arrived(MqttLink link, int packetId, InboundMessage message);

        /** The connection ended or never came about; called once. */
        void ended(MqttLink link, Throwable reason);
    }

    private final VertxInternal vertx;
    private final ContextInternal context;
    private final MqttConnectionSettings settings;
    private final List<String> filters;
    private final Listener listener;
    private final ChannelTap tap;
    private final MqttClient client;
    private final ArrayDeque<Pending> unacknowledged = new ArrayDeque<>();
    private final BitSet packetIdsInUse = new BitSet();
    private final AtomicBoolean ackRequested = new AtomicBoolean();

    private Channel channel;
    private boolean ended;
    private boolean pauseWanted;
    private boolean resting;
    private Throwable lastException;
    private long lastHeardNanos = System.nanoTime();
    private long deadlineTimer = -1;
    private long keepAliveTimer = -1;

    private volatile boolean superseded;
    private volatile int unacknowledgedCount;

    MqttLink(ContextInternal context, MqttConnectionSettings settings, int maxMessageBytes, List<String> filters,
            Listener listener) {
        this.vertx = context.owner();
        this.context = context;
        this.settings = settings;
        this.filters = List.copyOf(filters);
        this.listener = listener;
        this.tap = new ChannelTap(vertx);
        this.client = MqttClient.create(tap, LinkOptions.of(settings, maxMessageBytes));
    }

    /** Connects; to be called on the event loop. */
    void open() {
        client.publishHandler(this::onPublish);
        client.subscribeCompletionHandler(this::onSubAck);
        client.pingResponseHandler(v -> lastHeardNanos = System.nanoTime());
        client.exceptionHandler(error -> lastException = error);
        client.closeHandler(v -> finish(new IllegalStateException("The broker closed the connection")));
        deadlineTimer = vertx.setTimer(settings.connectTimeout().toMillis(), id -> abort(new TimeoutException(
                "No CONNACK and SUBACK within " + settings.connectTimeout().toSeconds() + " s")));
        client.connect(settings.port(), settings.host(), LinkOptions.serverName(settings)).onComplete(result -> {
            if (result.failed()) {
                finish(result.cause());
            } else if (!ended) {
                findChannel();
                listener.connected(this, result.result().isSessionPresent());
                subscribe();
            }
        });
    }

    /** Whether the broker delivers again what this connection has not acknowledged. */
    boolean superseded() {
        return superseded;
    }

    void supersede() {
        superseded = true;
    }

    int unacknowledgedCount() {
        return unacknowledgedCount;
    }

    /** Registers a message for its acknowledgement; on the event loop, in order of arrival. */
    void track(Pending pending) {
        unacknowledged.addLast(pending);
        packetIdsInUse.set(pending.packetId);
        unacknowledgedCount = unacknowledged.size();
    }

    /** Stops reading from the socket: TCP flow control holds the broker back, and nothing is lost. */
    void pause() {
        onLoop(() -> {
            pauseWanted = true;
            applyPause();
        });
    }

    void resume() {
        onLoop(() -> {
            pauseWanted = false;
            applyPause();
        });
    }

    /**
     * Sends PUBACK for settled messages, oldest first and stopping at the first unsettled one, because acknowledgements go out
     * in the order of arrival (MQTT-4.6.0-2).
     */
    void acknowledgeSettled() {
        if (!context.nettyEventLoop().isShuttingDown() && ackRequested.compareAndSet(false, true)) {
            context.nettyEventLoop().execute(this::sendAcks);
        }
    }

    /**
     * Acknowledges what is settled, says DISCONNECT (which keeps the session) and waits for the broker to close. Reading goes on
     * until then, and what still comes is ignored: a socket closed with unread data is reset, and the broker could lose the last
     * acknowledgements.
     */
    void end(Runnable done) {
        onLoop(() -> {
            sendAcks();
            if (ended) {
                done.run();
                return;
            }
            finish(new IllegalStateException("Stopped"));
            if (channel == null || !channel.isActive()) {
                client.disconnect().onComplete(result -> done.run());
                return;
            }
            pauseWanted = false;
            applyReading();
            channel.writeAndFlush(MqttMessage.DISCONNECT);
            long patience = vertx.setTimer(CLOSE_PATIENCE_MILLIS, id -> channel.close());
            channel.closeFuture().addListener(closed -> {
                vertx.cancelTimer(patience);
                done.run();
            });
        });
    }

    private void sendAcks() {
        ackRequested.set(false);
        if (ended || channel == null || !channel.isActive()) {
            return;
        }
        ByteBuf acks = null;
        for (Pending head = unacknowledged.peekFirst(); head != null && head.settled(); head = unacknowledged
                .peekFirst()) {
            unacknowledged.pollFirst();
            packetIdsInUse.clear(head.packetId);
            if (acks == null) {
                acks = channel.alloc().ioBuffer(PUBACK_BYTES * Math.max(1, unacknowledged.size()));
            }
            acks.writeShort(PUBACK_HEADER).writeShort(head.packetId);
        }
        if (acks != null) {
            unacknowledgedCount = unacknowledged.size();
            channel.writeAndFlush(acks);
        }
    }

    private void subscribe() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        filters.forEach(filter -> wanted.put(filter, MqttQoS.AT_LEAST_ONCE.value()));
        client.subscribe(wanted).onFailure(this::abort);
    }

    private void onSubAck(MqttSubAckMessage ack) {
        for (int i = 0; i < ack.grantedQoSLevels().size(); i++) {
            int granted = ack.grantedQoSLevels().get(i);
            if (granted == MqttQoS.FAILURE.value()) {
                abort(new IllegalStateException("The broker refused the subscription " + filterAt(i)));
                return;
            }
            if (granted < MqttQoS.AT_LEAST_ONCE.value()) {
                IngressLog.LOG.warnf("The broker granted only QoS 0 for %s: messages can be lost there", filterAt(i));
            }
        }
        cancel(deadlineTimer);
        deadlineTimer = -1;
        keepAliveTimer = vertx.setPeriodic(Math.max(500, settings.keepAlive().toMillis() / 2), id -> keepAlive());
        listener.subscribed(this);
    }

    private String filterAt(int index) {
        return index < filters.size() ? filters.get(index) : "#" + index;
    }

    private void onPublish(MqttPublishMessage publish) {
        if (ended) {
            return;
        }
        if (channel == null) {
            findChannel();
        }
        lastHeardNanos = System.nanoTime();
        int qos = publish.qosLevel().value();
        if (qos > 0 && packetIdsInUse.get(publish.messageId())) {
            IngressLog.LOG.debugf("Packet %d came twice on one connection; the first one counts", publish.messageId());
            return;
        }
        listener.arrived(this, qos > 0 ? publish.messageId() : 0, new InboundMessage(publish.topicName(),
                Payloads.octets(publish.payload()), qos, publish.isRetain(), publish.isDup(), Instant.now()));
    }

    /** Pings by itself, because the client's own ping closes a paused connection for want of an answer it cannot read. */
    private void keepAlive() {
        long silence = System.nanoTime() - lastHeardNanos;
        if (!pauseWanted && silence > settings.keepAlive().toNanos() * 3 / 2) {
            abort(new TimeoutException("The broker was silent for " + TimeUnit.NANOSECONDS.toSeconds(silence) + " s"));
        } else {
            channel.writeAndFlush(MqttMessage.PINGREQ);
        }
    }

    private void findChannel() {
        channel = tap.find(context.nettyEventLoop());
        channel.pipeline().addFirst(new ReadRest(this::rest));
        applyPause();
    }

    private void applyPause() {
        lastHeardNanos = System.nanoTime();
        applyReading();
    }

    private void applyReading() {
        if (channel != null) {
            channel.config().setAutoRead(!pauseWanted && !resting);
        }
    }

    /** After each read the socket rests for a moment, so that the next read brings what came meanwhile in one go. */
    private void rest() {
        if (!ended && !resting) {
            resting = true;
            applyReading();
            context.nettyEventLoop().schedule(() -> {
                resting = false;
                applyReading();
            }, READ_REST_MICROS, TimeUnit.MICROSECONDS);
        }
    }

    /** Tells when a read of the socket is over. */
    private static final class ReadRest extends ChannelInboundHandlerAdapter {

        private final Runnable onRead;

        ReadRest(Runnable onRead) {
            this.onRead = onRead;
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.fireChannelReadComplete();
            onRead.run();
        }
    }

    private void abort(Throwable reason) {
        if (!ended) {
            finish(reason);
            if (channel != null) {
                channel.close();
            } else {
                client.disconnect();
            }
        }
    }

    private void finish(Throwable reason) {
        if (ended) {
            return;
        }
        ended = true;
        cancel(deadlineTimer);
        cancel(keepAliveTimer);
        unacknowledged.clear();
        unacknowledgedCount = 0;
        listener.ended(this, lastException == null ? reason : lastException);
    }

    private void cancel(long timer) {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
        }
    }

    private void onLoop(Runnable task) {
        if (context.nettyEventLoop().inEventLoop()) {
            task.run();
        } else {
            context.runOnContext(v -> task.run());
        }
    }
}
