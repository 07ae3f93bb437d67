package io.greenstack.edge.mqtt;

import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.vertx.core.buffer.Buffer;

/** Netty's codec of MQTT: octets of one connection become packets, and packets octets. On the event loop only. */
final class PacketCodec {

    private final EmbeddedChannel channel;

    /** @param maxMessageBytes largest packet that is decoded */
    PacketCodec(int maxMessageBytes) {
        channel = new EmbeddedChannel(new MqttDecoder(maxMessageBytes), MqttEncoder.INSTANCE);
        channel.config().setAllocator(new UnpooledByteBufAllocator(false));
    }

    /** Hands on the packets that end with these octets; what is behind them waits for its rest. */
    void decode(byte[] octets, Consumer<MqttMessage> packets) {
        channel.writeInbound(Unpooled.wrappedBuffer(octets));
        for (MqttMessage packet = channel.readInbound(); packet != null; packet = channel.readInbound()) {
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
        channel.finishAndReleaseAll();
    }
}
