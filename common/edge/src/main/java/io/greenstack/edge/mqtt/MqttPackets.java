package io.greenstack.edge.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttProperties.StringPair;
import io.netty.handler.codec.mqtt.MqttProperties.UserProperty;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttReasonCodes;
import io.netty.handler.codec.mqtt.MqttVersion;

/** Builds the packets that we send, and reads the properties of those that come. */
final class MqttPackets {

    private static final String TRACEPARENT = "traceparent";
    private static final int NEVER = 0xFFFF_FFFF;

    private MqttPackets() {}

    static MqttMessage connect(MqttConnectionSettings settings, MqttConnection.Hello hello) {
        MqttMessageBuilders.ConnectBuilder connect = MqttMessageBuilders.connect().protocolVersion(hello.version())
                .clientId(settings.clientId()).cleanSession(!hello.persistent())
                .keepAlive((int) settings.keepAlive().toSeconds());
        settings.username().filter(name -> !name.isEmpty()).ifPresent(name -> {
            connect.username(name);
            settings.password().ifPresent(password -> connect.password(password.getBytes(StandardCharsets.UTF_8)));
        });
        if (hello.will() != null) {
            connect.willFlag(true).willTopic(hello.will().topic()).willMessage(hello.will().payload())
                    .willQoS(MqttQoS.valueOf(hello.will().qos())).willRetain(hello.will().retain());
        }
        if (hello.version() == MqttVersion.MQTT_5) {
            MqttProperties properties = new MqttProperties();
            if (hello.persistent()) {
                properties.add(new IntegerProperty(MqttPropertyType.SESSION_EXPIRY_INTERVAL.value(), NEVER));
            }
            properties.add(new IntegerProperty(MqttPropertyType.RECEIVE_MAXIMUM.value(), hello.receiveMaximum()));
            connect.properties(properties);
        }
        return connect.build();
    }

    static MqttMessage subscribe(int packetId, Iterable<String> filters, MqttQoS qos) {
        MqttMessageBuilders.SubscribeBuilder subscribe = MqttMessageBuilders.subscribe().messageId(packetId);
        filters.forEach(filter -> subscribe.addSubscription(qos, filter));
        return subscribe.build();
    }

    static MqttMessage unsubscribe(int packetId, Iterable<String> filters) {
        MqttMessageBuilders.UnsubscribeBuilder unsubscribe = MqttMessageBuilders.unsubscribe().messageId(packetId);
        filters.forEach(unsubscribe::addTopicFilter);
        return unsubscribe.build();
    }

    /** @param traceparent goes out as a user property; null for none, as in MQTT 3.1.1 */
    static MqttMessage publish(int packetId, String topic, byte[] payload, int qos, boolean retain,
            String traceparent) {
        MqttMessageBuilders.PublishBuilder publish = MqttMessageBuilders.publish().messageId(packetId).topicName(topic)
                .payload(Unpooled.wrappedBuffer(payload)).qos(MqttQoS.valueOf(qos)).retained(retain);
        if (traceparent != null) {
            MqttProperties properties = new MqttProperties();
            properties.add(new UserProperty(TRACEPARENT, traceparent));
            publish.properties(properties);
        }
        return publish.build();
    }

    /** PUBREL. */
    static MqttMessage release(int packetId) {
        return new MqttMessage(new MqttFixedHeader(MqttMessageType.PUBREL, false, MqttQoS.AT_LEAST_ONCE, false, 0),
                MqttMessageIdVariableHeader.from(packetId));
    }

    /** The trace context in user properties, null if there is none. */
    static String traceparent(MqttProperties properties) {
        for (MqttProperty<?> property : properties.getProperties(MqttPropertyType.USER_PROPERTY.value())) {
            if (property.value() instanceof StringPair pair && TRACEPARENT.equals(pair.key)) {
                return pair.value;
            }
        }
        return null;
    }

    /** DISCONNECT that ends the session (MQTT 5). */
    static MqttMessage farewell() {
        MqttProperties properties = new MqttProperties();
        properties.add(new IntegerProperty(MqttPropertyType.SESSION_EXPIRY_INTERVAL.value(), 0));
        return new MqttMessage(new MqttFixedHeader(MqttMessageType.DISCONNECT, false, MqttQoS.AT_MOST_ONCE, false, 0),
                new MqttReasonCodeAndPropertiesVariableHeader(
                        MqttReasonCodes.Disconnect.NORMAL_DISCONNECT.byteValue(), properties));
    }

    /** A reason code in the words of the specification, with the text that the broker adds. */
    static String reason(Function<Byte, Enum<?>> names, byte code, MqttProperties properties) {
        try {
            return names.apply(code).name().toLowerCase(Locale.ROOT).replace('_', ' ') + text(properties);
        } catch (IllegalArgumentException e) {
            return "reason " + (code & 0xFF) + text(properties);
        }
    }

    /** What the broker adds for people, in brackets; empty if nothing. */
    static String text(MqttProperties properties) {
        MqttProperty<?> text = properties.getProperty(MqttPropertyType.REASON_STRING.value());
        return text == null ? "" : " (" + text.value() + ")";
    }
}
