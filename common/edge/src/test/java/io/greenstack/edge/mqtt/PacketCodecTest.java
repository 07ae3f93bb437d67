package io.greenstack.edge.mqtt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.vertx.core.buffer.Buffer;

class PacketCodecTest {

    private static final int MOST = 10_000;

    private final List<String> arrived = new ArrayList<>();
    private final List<MqttMessage> others = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void readsPacketsWhereverTheyAreCut(MqttVersion version) {
        Buffer stream = Buffer.buffer();
        PacketCodec writer = speaking(version, MOST);
        stream.appendBuffer(writer.encode(MqttPackets.publish(7, "devices/a/telemetry", text("{\"x\":1}"), 1, false,
                null)));
        stream.appendBuffer(writer.encode(MqttMessage.PINGRESP));
        stream.appendBuffer(writer.encode(MqttPackets.publish(0, "devices/a/telemetry", text(""), 0, true, null)));
        stream.appendBuffer(writer.encode(MqttPackets.publish(65_535, "devices/b/telemetry", new byte[300], 1, false,
                null)));
        byte[] octets = stream.getBytes();
        for (int first = 1; first < octets.length; first++) {
            for (int step : new int[]{1, 3, octets.length}) {
                arrived.clear();
                others.clear();
                PacketCodec codec = speaking(version, MOST);
                decode(codec, Arrays.copyOf(octets, first));
                for (int from = first; from < octets.length; from += step) {
                    decode(codec, Arrays.copyOfRange(octets, from, Math.min(octets.length, from + step)));
                }
                assertEquals(List.of("7 devices/a/telemetry 7 qos 1", "0 devices/a/telemetry 0 qos 0 r",
                        "65535 devices/b/telemetry 300 qos 1"), arrived);
                assertEquals(List.of(MqttMessageType.PINGRESP),
                        others.stream().map(packet -> packet.fixedHeader().messageType()).toList());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void aTopicIsTheSameTextAgain(MqttVersion version) {
        PacketCodec codec = speaking(version, MOST);
        byte[] packet = codec.encode(MqttPackets.publish(1, "devices/a/telemetry", text("1"), 1, false, null))
                .getBytes();
        List<String> topics = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            codec.decode(packet, (id, topic, payload, qos, retained, duplicate) -> topics.add(topic), others::add);
        }
        assertSame(topics.get(0), topics.get(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void tellsARepeatedDelivery(MqttVersion version) {
        PacketCodec codec = speaking(version, MOST);
        byte[] packet = codec.encode(MqttPackets.publish(1, "a", text("1"), 1, false, null)).getBytes();
        packet[0] |= 8;
        decode(codec, packet);
        assertEquals(List.of("1 a 1 qos 1 d"), arrived);
    }

    /** The codec of Netty reads them, or says what is wrong with them. */
    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void leavesWhatIsUnusual(MqttVersion version) {
        PacketCodec codec = speaking(version, MOST);
        decode(codec, codec.encode(MqttPackets.publish(1, "devices/ä/telemetry", text("1"), 1, false, null))
                .getBytes());
        decode(codec, codec.encode(MqttPackets.publish(2, "a", text("22"), 2, false, null)).getBytes());
        decode(codec, codec.encode(MqttPackets.publish(3, "a", text("333"), 1, false, null)).getBytes());
        assertEquals(List.of("3 a 3 qos 1"), arrived);
        assertEquals(List.of("devices/ä/telemetry", "a"), others.stream()
                .map(packet -> ((MqttPublishMessage) packet).variableHeader().topicName()).toList());
    }

    @ParameterizedTest
    @EnumSource(names = "MQTT_5")
    void leavesPropertiesToTheCodec(MqttVersion version) {
        PacketCodec codec = speaking(version, MOST);
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        decode(codec, codec.encode(MqttPackets.publish(1, "a", text("1"), 1, false, trace)).getBytes());
        decode(codec, codec.encode(MqttPackets.publish(2, "a", text("1"), 1, false, null)).getBytes());
        assertEquals(List.of("2 a 1 qos 1"), arrived);
        MqttPublishMessage packet = (MqttPublishMessage) others.get(0);
        assertEquals(trace, MqttPackets.traceparent(packet.variableHeader().properties()));
        assertArrayEquals(text("1"), ByteBufUtil.getBytes(packet.payload()));
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void refusesWhatIsWrong(MqttVersion version) {
        for (byte[] wrong : List.of(packet(0x32, 0, 1, '+', 0, 1, 0), packet(0x32, 0, 1, 'a', 0, 0, 0),
                packet(0x36, 0, 1, 'a', 0, 1, 0), new byte[]{0x32, -1, -1, -1, -1, 1})) {
            arrived.clear();
            others.clear();
            decode(speaking(version, MOST), wrong);
            assertEquals(List.of(), arrived);
            assertEquals(1, others.size());
            assertTrue(others.get(0).decoderResult().isFailure());
        }
    }

    /** What stands behind it must not be taken for the rest of it. */
    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void refusesAPacketThatEndsTooEarly(MqttVersion version) {
        for (byte[] wrong : List.of(packet(0x32, 0, 9, 'a', 0, 1, 0), packet(0x32, 0, 1, 'a', 0), packet(0x30))) {
            assertThrows(DecoderException.class, () -> decode(speaking(version, MOST), wrong));
        }
        assertEquals(List.of(), arrived);
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void refusesWhatIsTooLargeBeforeItIsHeld(MqttVersion version) {
        PacketCodec codec = speaking(version, 100);
        decode(codec, codec.encode(MqttPackets.publish(1, "a", new byte[90], 1, false, null)).getBytes());
        byte[] large = speaking(version, MOST).encode(MqttPackets.publish(1, "a", new byte[101], 1, false, null))
                .getBytes();
        decode(codec, Arrays.copyOf(large, 10));
        assertEquals(List.of("1 a 90 qos 1"), arrived);
        assertEquals(1, others.size());
        assertInstanceOf(TooLongFrameException.class, others.get(0).decoderResult().cause());
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void stopsWhenItIsClosed(MqttVersion version) {
        PacketCodec codec = speaking(version, MOST);
        Buffer two = codec.encode(MqttPackets.publish(1, "a", text("1"), 1, false, null));
        two.appendBuffer(codec.encode(MqttPackets.publish(2, "a", text("1"), 1, false, null)));
        codec.decode(two.getBytes(), (id, topic, payload, qos, retained, duplicate) -> {
            arrived.add(topic);
            codec.close();
        }, others::add);
        assertEquals(List.of("a"), arrived);
    }

    private static PacketCodec speaking(MqttVersion version, int most) {
        PacketCodec codec = new PacketCodec(version, most);
        codec.encode(MqttPackets.connect(TestSettings.plain("localhost", 1883, "c"),
                new MqttConnection.Hello(version, true, 10, most, null)));
        return codec;
    }

    private void decode(PacketCodec codec, byte[] octets) {
        codec.decode(octets, (id, topic, payload, qos, retained, duplicate) -> arrived.add(id + " " + topic + " "
                + payload.length + " qos " + qos + (retained ? " r" : "") + (duplicate ? " d" : "")), others::add);
    }

    private static byte[] packet(int first, int... body) {
        byte[] octets = new byte[body.length + 2];
        octets[0] = (byte) first;
        octets[1] = (byte) body.length;
        for (int i = 0; i < body.length; i++) {
            octets[i + 2] = (byte) body[i];
        }
        return octets;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
