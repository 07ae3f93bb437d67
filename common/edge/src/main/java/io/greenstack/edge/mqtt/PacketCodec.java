package io.greenstack.edge.mqtt;

import java.util.Arrays;
import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.vertx.core.buffer.Buffer;

/**
 * Octets of one connection become packets, and packets octets. On the event loop only. The usual PUBLISH is read by
 * {@link PublishReader}, since it is nearly all that comes; the rest, and all that is wrong, by Netty's codec of MQTT.
 */
final class PacketCodec {

    private static final int KEPT_ROOM = 1 << 17;
    private static final int INCOMPLETE = -1;
    private static final int ODD = -2;

    private final EmbeddedChannel channel;
    private final PublishReader reader;
    private final int maxMessageBytes;

    /** Begin of a packet whose end has not come, of that many octets. */
    private byte[] rest = {};
    private int restLength;
    /** Whether all from here on is for Netty: behind a packet that is too large or has no length nothing can be found. */
    private boolean foreign;
    private boolean closed;

    /**
     * @param version of MQTT that is spoken
     * @param maxMessageBytes largest packet that is decoded
     */
    PacketCodec(MqttVersion version, int maxMessageBytes) {
        this.maxMessageBytes = maxMessageBytes;
        this.reader = new PublishReader(version == MqttVersion.MQTT_5);
        channel = new EmbeddedChannel(new MqttDecoder(maxMessageBytes), MqttEncoder.INSTANCE);
        channel.config().setAllocator(new UnpooledByteBufAllocator(false));
    }

    /**
     * Hands on the packets that end with these octets, in their order; what is behind them waits for its rest.
     *
     * @param octets not changed any more
     * @param publishes gets PUBLISH, unless it is an unusual one
     * @param packets gets all others
     * @throws DecoderException if a packet is shorter than its content
     */
    void decode(byte[] octets, PublishReader.Publishes publishes, Consumer<MqttMessage> packets) {
        byte[] all = octets;
        int end = octets.length;
        if (restLength > 0) {
            append(octets);
            all = rest;
            end = restLength;
        }
        int from = 0;
        while (from < end && !closed) {
            int next = foreign ? ODD : endOf(all, from, end);
            if (next == INCOMPLETE) {
                break;
            }
            foreign = next == ODD;
            next = foreign ? end : next;
            if (foreign || !reader.read(all, all[from] & 0xFF, bodyOf(all, from), next, publishes)) {
                other(Arrays.copyOfRange(all, from, next), packets);
            }
            from = next;
        }
        keep(all, from, end);
    }

    private void append(byte[] octets) {
        int needed = restLength + octets.length;
        if (needed > rest.length) {
            rest = Arrays.copyOf(rest, Math.max(needed, 2 * rest.length));
        }
        System.arraycopy(octets, 0, rest, restLength, octets.length);
        restLength = needed;
    }

    private void keep(byte[] all, int from, int end) {
        restLength = closed ? 0 : end - from;
        if (restLength > rest.length || restLength < KEPT_ROOM && rest.length > KEPT_ROOM) {
            rest = Arrays.copyOfRange(all, from, from + restLength);
        } else {
            System.arraycopy(all, from, rest, 0, restLength);
        }
    }

    /** Behind the last octet of a packet (MQTT 3.1.1 and 5, 2.1). */
    private int endOf(byte[] all, int from, int end) {
        long length = 0;
        for (int i = 1; i <= 4; i++) {
            if (from + i >= end) {
                return INCOMPLETE;
            }
            length |= (all[from + i] & 0x7FL) << 7 * (i - 1);
            if (all[from + i] >= 0) {
                if (length > maxMessageBytes) {
                    return ODD;
                }
                long behind = from + i + 1 + length;
                return behind > end ? INCOMPLETE : (int) behind;
            }
        }
        return ODD;
    }

    private static int bodyOf(byte[] all, int from) {
        int at = from + 1;
        while (all[at] < 0) {
            at++;
        }
        return at + 1;
    }

    private void other(byte[] octets, Consumer<MqttMessage> packets) {
        channel.writeInbound(Unpooled.wrappedBuffer(octets));
        MqttMessage packet = channel.readInbound();
        if (packet == null && !foreign) {
            throw new DecoderException("A packet ends before what it says it has");
        }
        for (; packet != null; packet = channel.readInbound()) {
            packets.accept(packet);
        }
    }

    Buffer encode(MqttMessage packet) {
        channel.writeOutbound(packet);
        Buffer octets = Buffer.buffer();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            octets.appendBytes(ByteBufUtil.getBytes(part));
            part.release();
        }
        return octets;
    }

    void close() {
        closed = true;
        channel.finishAndReleaseAll();
    }
}
