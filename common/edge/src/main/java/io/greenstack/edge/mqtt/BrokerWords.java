package io.greenstack.edge.mqtt;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttReasonCodes;

/** What a broker said of a connection: whether and how it takes it, and why it ended it. On the event loop only. */
final class BrokerWords {

    private static final int CONNACK_HEADER = 0x20;

    private boolean something;
    private boolean legacyAnswer;
    private boolean sessionPresent;
    private boolean takenOver;
    private MqttProperties limits = MqttProperties.NO_PROPERTIES;

    /**
     * Whether the first octets are an answer in the words of before MQTT 5 (MQTT 3.1.1, 3.1.2.2), which a decoder for MQTT 5 waits
     * in vain to end.
     */
    boolean inOldWords(byte[] octets) {
        legacyAnswer = octets.length == 4 && octets[0] == CONNACK_HEADER;
        something |= legacyAnswer;
        return legacyAnswer;
    }

    /** Takes CONNACK; answers why the broker refuses the connection, null if it takes it. */
    String answer(MqttConnAckMessage answer) {
        MqttConnectReturnCode code = answer.variableHeader().connectReturnCode();
        something = true;
        if (code != MqttConnectReturnCode.CONNECTION_ACCEPTED) {
            legacyAnswer = code == MqttConnectReturnCode.CONNECTION_REFUSED_UNSUPPORTED_PROTOCOL_VERSION
                    || code == MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION;
            return code + MqttPackets.text(answer.variableHeader().properties());
        }
        sessionPresent = answer.variableHeader().isSessionPresent();
        limits = answer.variableHeader().properties();
        return null;
    }

    /** Takes DISCONNECT; answers the reason, empty if there is none. */
    String goodbye(MqttMessage message) {
        if (message.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader why) {
            takenOver = why.reasonCode() == MqttReasonCodes.Disconnect.SESSION_TAKEN_OVER.byteValue();
            return MqttPackets.reason(MqttReasonCodes.Disconnect::valueOf, why.reasonCode(), why.properties());
        }
        return "";
    }

    /** Whether it answered at all. */
    boolean something() {
        return something;
    }

    /** Whether it has shown that it does not know MQTT 5. */
    boolean legacyAnswer() {
        return legacyAnswer;
    }

    /** Whether it had kept the session, and so delivers again what was not acknowledged. */
    boolean sessionPresent() {
        return sessionPresent;
    }

    /** Whether it said that another client has connected with this client id (MQTT 5, 3.14.2.1). */
    boolean takenOver() {
        return takenOver;
    }

    /** A limit that it told with CONNACK. */
    int limit(MqttPropertyType type, int otherwise) {
        return limits.getProperty(type.value()) instanceof IntegerProperty limit ? limit.value() : otherwise;
    }
}
