package io.greenstack.edge.mqtt;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

import io.greenstack.core.message.InboundMessage;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
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

    /** First octets of PUBACK, which is the same in MQTT 3.1.1 and 5. */
    static final int PUBACK_HEADER = 0x4002;
    static final int PUBACK_BYTES = 4;

    private static final long CLOSE_PATIENCE_MILLIS = 1000;

    /**
     * How to say hello.
     *
     * @param version MQTT 5 or 3.1.1
     * @param persistent whether the broker keeps the session for ever
     * @param receiveMaximum messages without acknowledgement that the broker may send, 1 to 65535 (MQTT 5)
     * @param maxMessageBytes largest packet that is decoded
     * @param will last will, null for none
     */
    record Hello(MqttVersion version, boolean persistent, int receiveMaximum, int maxMessageBytes, MqttWill will) {}

    private final Context context;
    private final MqttConnectionSettings settings;
    private final Hello hello;
    private final MqttListener listener;
    private final BiConsumer<MqttConnection, Throwable> whenEnded;
    private final PacketCodec codec;
    private final PacketIds packetIds = new PacketIds();
    private final BrokerWords said = new BrokerWords();

    private RestingSocket socket;
    private boolean accepted;
    private boolean ended;
    private long lastHeardNanos = System.nanoTime();
    private long keepAliveNanos;
    private long deadlineTimer;
    private long keepAliveTimer = -1;
    private boolean closedSilently;

    private MqttConnection(Context context, MqttConnectionSettings settings, Hello hello, MqttListener listener,
            BiConsumer<MqttConnection, Throwable> whenEnded) {
        this.context = context;
        this.settings = settings;
        this.hello = hello;
        this.listener = listener;
        this.whenEnded = whenEnded;
        this.codec = new PacketCodec(hello.version(), hello.maxMessageBytes());
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
            MqttListener listener, BiConsumer<MqttConnection, Throwable> whenEnded) {
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

    /** What the broker said of this connection. */
    BrokerWords said() {
        return said;
    }

    /** Whether the server took the connection, and ended it or let the time run out without a word. */
    boolean unanswered() {
        return socket != null && !said.something();
    }

    /** Whether the broker ended the connection without a word: all that MQTT 3.1.1 lets it do. */
    boolean closedSilently() {
        return closedSilently;
    }

    MqttVersion version() {
        return hello.version();
    }

    /** All that belongs to connecting is done: from now on only silence ends the connection. */
    void ready() {
        context.owner().cancelTimer(deadlineTimer);
        int seconds = said.limit(MqttPropertyType.SERVER_KEEP_ALIVE, (int) settings.keepAlive().toSeconds());
        keepAliveNanos = TimeUnit.SECONDS.toNanos(seconds);
        long every = Math.max(500, seconds * 500L);
        // all connections at the same moment, so that their pings and the answers wake the event loop once
        long first = every - System.currentTimeMillis() % every;
        keepAliveTimer = context.owner().setPeriodic(first, every, id -> keepAlive());
    }

    /**
     * Subscribes.
     *
     * @return packet id of the answer
     */
    int subscribe(Iterable<String> filters, MqttQoS qos) {
        int packetId = packetIds.next();
        send(MqttPackets.subscribe(packetId, filters, qos));
        return packetId;
    }

    void unsubscribe(Iterable<String> filters) {
        send(MqttPackets.unsubscribe(packetIds.next(), filters));
    }

    /**
     * Publishes.
     *
     * @param traceparent W3C trace context, a user property in MQTT 5; null for none
     * @return packet id of the answer, 0 for QoS 0
     * @throws MessageRefusedException if the broker has said that it takes no such message
     */
    int publish(String topic, byte[] payload, int qos, boolean retain, String traceparent) {
        int most = said.limit(MqttPropertyType.MAXIMUM_PACKET_SIZE, Integer.MAX_VALUE);
        int packetId = qos == 0 ? 0 : packetIds.next();
        Buffer packet = codec.encode(MqttPackets.publish(packetId, topic, payload, qos, retain,
                hello.version() == MqttVersion.MQTT_5 ? traceparent : null));
        if (packet.length() > most || qos > said.limit(MqttPropertyType.MAXIMUM_QOS, 2)
                || retain && said.limit(MqttPropertyType.RETAIN_AVAILABLE, 1) == 0) {
            packetIds.free(packetId);
            throw new MessageRefusedException(
                    "The broker takes no message of " + packet.length() + " octets, QoS " + qos
                            + (retain ? ", retained" : ""));
        }
        write(packet);
        return packetId;
    }

    /** Acknowledges a message of QoS 1 at once. */
    void acknowledge(int packetId) {
        write(Buffer.buffer(PUBACK_BYTES).appendUnsignedShort(PUBACK_HEADER).appendUnsignedShort(packetId));
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
        if (!accepted && hello.version() == MqttVersion.MQTT_5 && said.inOldWords(octets)) {
            abort(new IllegalStateException("The broker does not speak MQTT 5"));
            return;
        }
        try {
            codec.decode(octets, this::arrived, this::handle);
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
                packetIds.free(answer.variableHeader().messageId());
                if (!ended) {
                    listener.subscribed(answer.variableHeader().messageId(), answer.payload().reasonCodes());
                }
            }
            case UNSUBACK -> {
                packetIds.free(((MqttMessageIdVariableHeader) message.variableHeader()).messageId());
                if (!ended) {
                    listener.unsubscribed();
                }
            }
            case CONNACK -> answered((MqttConnAckMessage) message);
            case DISCONNECT ->
                finish(new IllegalStateException("The broker closed the connection: " + said.goodbye(message)));
            default -> {
                // PINGRESP: that something was heard is noted already
            }
        }
    }

    private void answered(MqttConnAckMessage answer) {
        if (ended || accepted) {
            return;
        }
        String refusal = said.answer(answer);
        if (refusal != null) {
            abort(new IllegalStateException("The broker refused the connection: " + refusal));
            return;
        }
        accepted = true;
        listener.connected(this);
    }

    private void arrived(int packetId, String topic, byte[] payload, int qos, boolean retained, boolean duplicate) {
        if (!ended) {
            listener.arrived(packetId,
                    new InboundMessage(topic, payload, qos, retained, duplicate, Instant.now(), null, null));
        }
    }

    /** One that is unusual: with properties, or of QoS 2. */
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
        packetIds.free(packetId);
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
            write(codec.encode(message));
        }
    }

    /**
     * Says DISCONNECT and waits for the broker to close. Reading goes on until then, and what
     * still comes is ignored: a socket closed with unread data is reset, and the broker could lose the last acknowledgements.
     *
     * @param forget whether the broker is to end a persistent session (MQTT 5; before, only a clean connection ends one)
     */
    void disconnect(boolean forget, Runnable done) {
        if (ended || socket == null) {
            abort(new IllegalStateException("Stopped"));
            done.run();
            return;
        }
        NetSocket open = socket.net();
        Buffer goodbye = codec.encode(forget && hello.version() == MqttVersion.MQTT_5
                ? MqttPackets.farewell()
                : MqttMessage.DISCONNECT);
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
        codec.close();
        listener.ended(reason);
        whenEnded.accept(this, reason);
    }
}
