package io.greenstack.core.message;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.greenstack.core.processdata.DecodedJson;

/**
 * Writes readings as JSON: {@code {"device_id","timestamp","received_at","traceparent","raw":{"direction","hex"},
 * "values":{key:{"name","value","unit","label","status","timestamp"}}}}; members that are null are left out.
 */
public final class ReadingWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ReadingWriter() {}

    /** The reading as text. */
    public static String write(Reading reading) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(reading, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes the reading as one object, for embedding in a larger text. */
    public static void write(Reading reading, JsonGenerator json) throws IOException {
        String timestamp = reading.timestamp().toString();
        json.writeStartObject();
        json.writeStringField("device_id", reading.deviceId().value());
        json.writeStringField("timestamp", timestamp);
        json.writeStringField("received_at", reading.receivedAt().toString());
        text("traceparent", reading.traceparent(), json);
        if (reading.raw() != null) {
            json.writeObjectFieldStart("raw");
            json.writeStringField("direction", reading.raw().direction());
            json.writeStringField("hex", reading.raw().hex());
            json.writeEndObject();
        }
        json.writeObjectFieldStart("values");
        for (Map.Entry<String, Reading.Value> entry : reading.values().entrySet()) {
            Reading.Value value = entry.getValue();
            json.writeObjectFieldStart(entry.getKey());
            json.writeStringField("name", value.name());
            if (value.value() != null) {
                json.writeFieldName("value");
                DecodedJson.writeValue(value.value(), json);
            }
            text("unit", value.unit(), json);
            text("label", value.label(), json);
            text("status", value.status(), json);
            json.writeStringField("timestamp", timestamp);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void text(String name, String text, JsonGenerator json) throws IOException {
        if (text != null) {
            json.writeStringField(name, text);
        }
    }
}
