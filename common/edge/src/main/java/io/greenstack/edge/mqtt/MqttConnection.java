package io.greenstack.edge.mqtt;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

import io.greenstack.core.message.InboundMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttReasonCodes;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;

/**
 * One connection to the broker in MQTT 5 or 3.1.1, from the TCP connect to its end; never reused. It belongs to the event loop
 * of its context: every method is called there, and so is the listener. Packets are those of Netty's codec, the socket is that of
 * Vert.x, whose reading can be paused.
 */
final class MqttConnection {

    static final int REFUSED = 0x80;

    private static final int MAX_PACKET_ID = 65_535;
    private static final int CONNACK_HEADER = 0x20;
    private static final long CLOSE_PATIENCE_MILLIS = 1000;

    /** What the user of a connection gets to know; always on the event loop. */
    interface Listener {

        /** The broker has accepted the connection. */
        void connected(MqttConnection connection);

        /** A message arrived; packet id 0 for QoS 0. */
        default void arrived(int packetId, InboundMessage message) {}

        /** Answer to {@link #subscribe}: for each filter the granted QoS, or a reason from {@link #REFUSED} on. */
        default void subscribed(int packetId, List<Integer> reasons) {}

        /** The broker took a message, or refused it with a reason from {@link #REFUSED} on. */
        default void acknowledged(int packetId, int reason, String text) {}

        /** Whether what arrived keeps the listener busy for a while, so that more can wait some milliseconds. */
        default boolean busy() {
            return false;
        }

        /** The connection ended or never came about; called once. */
        void ended(Throwable reason);
    }

    /**
     * How to say hello.
     *
     * @param version MQTT 5 or 3.1.1
     * @param persistent whether the broker keeps the session for ever
     * @param receiveMaximum messages without acknowledgement that the broker may send, 1 to 65535 (MQTT 5)
     * @param maxMessageBytes largest packet that is decoded
     */
    record Hello(MqttVersion version, boolean persistent, int receiveMaximum, int maxMessageBytes) {}

    private final Context context;
    private final MqttConnectionSettings settings;
    private final Hello hello;
    private final Listener listener;
    private final BiConsumer<MqttConnection, Throwable> whenEnded;
    private final EmbeddedChannel codec;
    private final BitSet packetIds = new BitSet();

    private RestingSocket socket;
    private boolean accepted;
    private boolean ended;
    private int lastPacketId;
    private long lastHeardNanos = System.nanoTime();
    private long keepAliveNanos;
    private long deadlineTimer;
    private long keepAliveTimer = -1;
    private boolean sessionPresent;
    private MqttProperties limits = MqttProperties.NO_PROPERTIES;
    private boolean answered;
    private boolean legacyAnswer;
    private boolean takenOver;
    private boolean closedSilently;

    private MqttConnection(Context context, MqttConnectionSettings settings, Hello hello, Listener listener,
            BiConsumer<MqttConnection, Throwable> whenEnded) {
        this.context = context;
        this.settings = settings;
        this.hello = hello;
        this.listener = listener;
        this.whenEnded = whenEnded;
        this.codec = new EmbeddedChannel(new MqttDecoder(hello.maxMessageBytes()), MqttEncoder.INSTANCE);
        codec.config().setAllocator(new UnpooledByteBufAllocator(false));
        limitConnecting();
    }

    /** While nothing is read the answer may be there, behind what a resumed session brought. */
    private void limitConnecting() {
        deadlineTimer = context.owner().setTimer(settings.connectTimeout().toMillis(), id -> {
            if (accepted && socket.paused()) {
                limitConnecting();
            } else {
                String missing = accepted ? "SUBACK" : hello.persistent() ? "CONNACK and SUBACK" : "CONNACK";
                abort(new TimeoutException(
                        "No " + missing + " within " + settings.connectTimeout().toSeconds() + " s"));
            }
        });
    }

    /**
     * Begins to connect.
     *
     * @param whenEnded called after the listener's {@code ended}
     */
    static MqttConnection open(Context context, NetClient client, MqttConnectionSettings settings, Hello hello,
            Listener listener, BiConsumer<MqttConnection, Throwable> whenEnded) {
        MqttConnection connection = new MqttConnection(context, settings, hello, listener, whenEnded);
        client.connect(settings.port(), settings.host(), LinkOptions.serverName(settings))
                .onSuccess(connection::begin).onFailure(connection::finish);
        return connection;
    }

    private void begin(NetSocket opened) {
        if (ended) {
            opened.close();
            return;
        }
        socket = new RestingSocket(context, opened, this::read, listener::busy);
        opened.exceptionHandler(this::finish);
        opened.closeHandler(v -> {
            closedSilently = !ended;
            finish(new IllegalStateException("The broker closed the connection"));
        });
        send(MqttPackets.connect(settings, hello));
    }

    /** Whether the broker had kept the session, and so delivers again what was not acknowledged. */
    boolean sessionPresent() {
        return sessionPresent;
    }

    /** Whether the broker has shown that it does not know MQTT 5. */
    boolean legacyAnswer() {
        return legacyAnswer;
    }

    /** Whether the server took the connection, and ended it or let the time run out without a word. */
    boolean unanswered() {
        return socket != null && !answered;
    }

    /** Whether the broker said that another client has connected with this client id (MQTT 5, 3.14.2.1). */
    boolean takenOver() {
        return takenOver;
    }

    /** Whether the broker ended the connection without a word: all that MQTT 3.1.1 lets it do. */
    boolean closedSilently() {
        return closedSilently;
    }

    MqttVersion version() {
        return hello.version();
    }

    /** A limit that the broker told with CONNACK. */
    int limit(MqttPropertyType type, int otherwise) {
        return limits.getProperty(type.value()) instanceof IntegerProperty limit ? limit.value() : otherwise;
    }

    /** All that belongs to connecting is done: from now on only silence ends the connection. */
    void ready() {
        context.owner().cancelTimer(deadlineTimer);
        int seconds = limit(MqttPropertyType.SERVER_KEEP_ALIVE, (int) settings.keepAlive().toSeconds());
        keepAliveNanos = TimeUnit.SECONDS.toNanos(seconds);
        keepAliveTimer = context.owner().setPeriodic(Math.max(500, seconds * 500L), id -> keepAlive());
    }

    /**
     * Subscribes.
     *
     * @return packet id of the answer
     */
    int subscribe(Iterable<String> filters, MqttQoS qos) {
        send(MqttPackets.subscribe(nextPacketId(), filters, qos));
        return lastPacketId;
    }

    void unsubscribe(Iterable<String> filters) {
        send(MqttPackets.unsubscribe(nextPacketId(), filters));
    }

    /**
     * Publishes.
     *
     * @param traceparent W3C trace context, a user property in MQTT 5; null for none
     * @return packet id of the answer, 0 for QoS 0
     * @throws MessageRefusedException if the broker has said that it takes no such message
     */
    int publish(String topic, byte[] payload, int qos, boolean retain, String traceparent) {
        int most = limit(MqttPropertyType.MAXIMUM_PACKET_SIZE, Integer.MAX_VALUE);
        int packetId = qos == 0 ? 0 : nextPacketId();
        Buffer packet = encoded(MqttPackets.publish(packetId, topic, payload, qos, retain,
                hello.version() == MqttVersion.MQTT_5 ? traceparent : null));
        if (packet.length() > most || qos > limit(MqttPropertyType.MAXIMUM_QOS, 2)
                || retain && limit(MqttPropertyType.RETAIN_AVAILABLE, 1) == 0) {
            packetIds.clear(packetId);
            throw new MessageRefusedException(
                    "The broker takes no message of " + packet.length() + " octets, QoS " + qos
                            + (retain ? ", retained" : ""));
        }
        write(packet);
        return packetId;
    }

    private int nextPacketId() {
        do {
            lastPacketId = lastPacketId % MAX_PACKET_ID + 1;
        } while (packetIds.get(lastPacketId));
        packetIds.set(lastPacketId);
        return lastPacketId;
    }

    /** Sends octets that are packets already. */
    void write(Buffer packets) {
        if (!ended && socket != null) {
            socket.net().write(packets);
        }
    }

    /** Stops or resumes reading from the socket: TCP flow control holds the broker back, and nothing is lost. */
    void pause(boolean wanted) {
        lastHeardNanos = System.nanoTime();
        if (socket != null) {
            socket.pause(wanted);
        }
    }

    private void read(Buffer chunk) {
        if (ended) {
            return;
        }
        lastHeardNanos = System.nanoTime();
        byte[] octets = chunk.getBytes();
        if (!accepted && hello.version() == MqttVersion.MQTT_5 && octets.length == 4 && octets[0] == CONNACK_HEADER) {
            // A broker of before MQTT 5 answers in its own words (MQTT 3.1.1, 3.1.2.2), which a decoder for MQTT 5 waits in vain to end.
            answered = true;
            legacyAnswer = true;
            abort(new IllegalStateException("The broker does not speak MQTT 5"));
            return;
        }
        try {
            codec.writeInbound(Unpooled.wrappedBuffer(octets));
            for (MqttMessage message = codec.readInbound(); message != null; message = codec.readInbound()) {
                handle(message);
            }
        } catch (RuntimeException e) {
            // What was not taken comes again over the next connection; over this one it would wait unacknowledged for ever.
            IngressLog.LOG.error("A packet could not be taken; the connection is made anew", e);
            abort(e);
        }
    }

    private void handle(MqttMessage message) {
        if (message.decoderResult().isFailure()) {
            abort(message.decoderResult().cause());
            return;
        }
        switch (message.fixedHeader().messageType()) {
            case PUBLISH -> arrived((MqttPublishMessage) message);
            case PUBACK, PUBCOMP -> acknowledged(message);
            case PUBREC -> received(message);
            case SUBACK -> {
                MqttSubAckMessage answer = (MqttSubAckMessage) message;
                packetIds.clear(answer.variableHeader().messageId());
                if (!ended) {
                    listener.subscribed(answer.variableHeader().messageId(), answer.payload().reasonCodes());
                }
            }
            case UNSUBACK -> packetIds.clear(((MqttMessageIdVariableHeader) message.variableHeader()).messageId());
            case CONNACK -> answered((MqttConnAckMessage) message);
            case DISCONNECT -> dismissed(message);
            default -> {
                // PINGRESP: that something was heard is noted already
            }
        }
    }

    private void dismissed(MqttMessage message) {
        String reason = "";
        if (message.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader why) {
            takenOver = why.reasonCode() == MqttReasonCodes.Disconnect.SESSION_TAKEN_OVER.byteValue();
            reason = MqttPackets.reason(MqttReasonCodes.Disconnect::valueOf, why.reasonCode(), why.properties());
        }
        finish(new IllegalStateException("The broker closed the connection: " + reason));
    }

    private void answered(MqttConnAckMessage answer) {
        MqttConnectReturnCode code = answer.variableHeader().connectReturnCode();
        if (ended || accepted) {
            return;
        }
        answered = true;
        if (code != MqttConnectReturnCode.CONNECTION_ACCEPTED) {
            legacyAnswer = code == MqttConnectReturnCode.CONNECTION_REFUSED_UNSUPPORTED_PROTOCOL_VERSION
                    || code == MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION;
            abort(new IllegalStateException("The broker refused the connection: " + code
                    + MqttPackets.text(answer.variableHeader().properties())));
            return;
        }
        accepted = true;
        sessionPresent = answer.variableHeader().isSessionPresent();
        limits = answer.variableHeader().properties();
        listener.connected(this);
    }

    private void arrived(MqttPublishMessage publish) {
        byte[] payload = ByteBufUtil.getBytes(publish.payload());
        publish.release();
        if (!ended) {
            MqttFixedHeader header = publish.fixedHeader();
            listener.arrived(header.qosLevel().value() == 0 ? 0 : publish.variableHeader().packetId(),
                    new InboundMessage(publish.variableHeader().topicName(), payload, header.qosLevel().value(),
                            header.isRetain(), header.isDup(), Instant.now(), null,
                            MqttPackets.traceparent(publish.variableHeader().properties())));
        }
    }

    /** First answer to QoS 2; what is not refused is released to subscribers and answered once more. */
    private void received(MqttMessage answer) {
        if (answer.variableHeader() instanceof MqttPubReplyMessageVariableHeader reply
                && (reply.reasonCode() & 0xFF) >= REFUSED) {
            acknowledged(answer);
        } else {
            send(MqttPackets.release(((MqttMessageIdVariableHeader) answer.variableHeader()).messageId()));
        }
    }

    private void acknowledged(MqttMessage answer) {
        int packetId = ((MqttMessageIdVariableHeader) answer.variableHeader()).messageId();
        packetIds.clear(packetId);
        if (ended) {
            return;
        }
        if (answer.variableHeader() instanceof MqttPubReplyMessageVariableHeader reply
                && (reply.reasonCode() & 0xFF) >= REFUSED) {
            listener.acknowledged(packetId, reply.reasonCode() & 0xFF,
                    MqttPackets.reason(MqttReasonCodes.PubAck::valueOf, reply.reasonCode(), reply.properties()));
        } else {
            listener.acknowledged(packetId, 0, "");
        }
    }

    private void keepAlive() {
        long silence = System.nanoTime() - lastHeardNanos;
        if (!socket.paused() && silence > keepAliveNanos) {
            abort(new TimeoutException("The broker was silent for " + TimeUnit.NANOSECONDS.toSeconds(silence) + " s"));
        } else {
            send(MqttMessage.PINGREQ);
        }
    }

    private void send(MqttMessage message) {
        if (!ended) {
            write(encoded(message));
        }
    }

    private Buffer encoded(MqttMessage message) {
        codec.writeOutbound(message);
        Buffer octets = Buffer.buffer();
        for (ByteBuf part = codec.readOutbound(); part != null; part = codec.readOutbound()) {
            octets.appendBytes(ByteBufUtil.getBytes(part));
            part.release();
        }
        return octets;
    }

    /**
     * Says DISCONNECT, which keeps a persistent session, and waits for the broker to close. Reading goes on until then, and what
     * still comes is ignored: a socket closed with unread data is reset, and the broker could lose the last acknowledgements.
     */
    void disconnect(Runnable done) {
        if (ended || socket == null) {
            abort(new IllegalStateException("Stopped"));
            done.run();
            return;
        }
        NetSocket open = socket.net();
        Buffer goodbye = encoded(MqttMessage.DISCONNECT);
        finish(new IllegalStateException("Stopped"));
        socket.pause(false);
        long patience = context.owner().setTimer(CLOSE_PATIENCE_MILLIS, id -> open.close());
        open.closeHandler(v -> {
            context.owner().cancelTimer(patience);
            done.run();
        });
        open.write(goodbye);
    }

    /** Ends the connection. */
    void abort(Throwable reason) {
        finish(reason);
        if (socket != null) {
            socket.net().close();
        }
    }

    private void finish(Throwable reason) {
        if (ended) {
            return;
        }
        ended = true;
        context.owner().cancelTimer(deadlineTimer);
        context.owner().cancelTimer(keepAliveTimer);
        codec.finishAndReleaseAll();
        listener.ended(reason);
        whenEnded.accept(this, reason);
    }
}
