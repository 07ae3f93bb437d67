package io.greenstack.bridge.namespace;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;

import com.fasterxml.jackson.core.JsonGenerator;

import io.greenstack.core.message.JsonObjects;

/**
 * Payloads: {@code {"value":21.5,"unit":"°C","timestamp":"..."}} of a parameter, or {@code {"timestamp":"...","values":{"temperature":
 * {"value":21.5,"unit":"°C"}}}} of a device.
 */
final class NamespacePayload {

    private NamespacePayload() {}

    static byte[] of(NamespaceValue value, Instant time) {
        return JsonObjects.object(json -> {
            members(value, json);
            json.writeStringField("timestamp", time.toString());
        });
    }

    static byte[] of(NamespaceReading reading) {
        return JsonObjects.object(json -> {
            json.writeStringField("timestamp", reading.time().toString());
            json.writeObjectFieldStart("values");
            for (NamespaceValue value : reading.values()) {
                json.writeObjectFieldStart(value.parameter());
                members(value, json);
                json.writeEndObject();
            }
            json.writeEndObject();
        });
    }

    private static void members(NamespaceValue value, JsonGenerator json) throws IOException {
        if (value.value() != null) {
            json.writeFieldName("value");
            scalar(value.value(), json);
        }
        text("unit", value.unit(), json);
        text("label", value.label(), json);
        text("status", value.status(), json);
    }

    private static void scalar(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof BigInteger whole) {
            json.writeNumber(whole);
        } else if (value instanceof Number number) {
            json.writeNumber(number.doubleValue());
        } else if (value instanceof byte[] octets) {
            json.writeString(HexFormat.of().withUpperCase().formatHex(octets));
        } else {
            json.writeString(value.toString());
        }
    }

    private static void text(String name, String text, JsonGenerator json) throws IOException {
        if (text != null) {
            json.writeStringField(name, text);
        }
    }
}
