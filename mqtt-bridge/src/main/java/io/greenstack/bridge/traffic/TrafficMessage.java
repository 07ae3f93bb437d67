package io.greenstack.bridge.traffic;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.JsonObjects;

/** A message as viewers get it. The topic comes first, because by it they are chosen. */
final class TrafficMessage {

    /** Longer payloads are cut. */
    static final int MAX_PAYLOAD = 64 * 1024;

    private TrafficMessage() {}

    /** {@code {"topic", "payload" or "base64", "size", "truncated"?, "qos", "retain", "timestamp"}}. */
    static String of(InboundMessage message) {
        byte[] payload = message.payload();
        boolean cut = payload.length > MAX_PAYLOAD;
        byte[] shown = cut ? Arrays.copyOf(payload, MAX_PAYLOAD) : payload;
        return new String(JsonObjects.object(json -> {
            json.writeStringField("topic", message.topic());
            String text = text(shown);
            if (text == null) {
                json.writeFieldName("base64");
                json.writeBinary(shown);
            } else {
                json.writeStringField("payload", text);
            }
            json.writeNumberField("size", payload.length);
            if (cut) {
                json.writeBooleanField("truncated", true);
            }
            json.writeNumberField("qos", message.qos());
            json.writeBooleanField("retain", message.retained());
            json.writeStringField("timestamp", message.receivedAt().toString());
        }), StandardCharsets.UTF_8);
    }

    /** Messages that were too many. */
    static String dropped(long count) {
        return "{\"dropped\":" + count + '}';
    }

    private static String text(byte[] payload) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
