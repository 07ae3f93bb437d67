package io.greenstack.core.layout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import io.greenstack.core.processdata.LayoutException;
import io.greenstack.core.processdata.LayoutJson;
import io.greenstack.core.processdata.ProcessDataLayout;

/**
 * {@link DeviceLayout} as the JSON document in Redis:
 * {@code {"device_id","revision","bound","parameters":{"V_x":1,"V_y/2":3},"events":{"36352":"..."},"layout":{...}|null}}. Members that this
 * version does not know are skipped, so that services of two versions can run side by side.
 */
public final class DeviceLayoutJson {

    private static final JsonFactory JSON = new JsonFactory();

    private DeviceLayoutJson() {}

    /** The document in UTF-8. */
    public static byte[] write(DeviceLayout layout) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("device_id", layout.deviceId());
            json.writeNumberField("revision", layout.revision());
            json.writeBooleanField("bound", layout.bound());
            json.writeObjectFieldStart("parameters");
            for (Map.Entry<String, Long> parameter : layout.parameters().entrySet()) {
                json.writeNumberField(parameter.getKey(), parameter.getValue());
            }
            json.writeEndObject();
            if (!layout.events().isEmpty()) {
                json.writeObjectFieldStart("events");
                for (Map.Entry<Integer, String> event : layout.events().entrySet()) {
                    json.writeStringField(event.getKey().toString(), event.getValue());
                }
                json.writeEndObject();
            }
            json.writeFieldName("layout");
            if (layout.bound()) {
                LayoutJson.write(layout.layout(), json);
            } else {
                json.writeNull();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a layout that cannot be written as JSON: " + layout.deviceId(), e);
        }
        return out.toByteArray();
    }

    /**
     * Reads a document.
     *
     * @throws IOException if it is not JSON, or not such a document
     */
    public static DeviceLayout read(byte[] document) throws IOException {
        try (JsonParser json = JSON.createParser(document)) {
            expect(json, json.nextToken(), JsonToken.START_OBJECT);
            String deviceId = null;
            long revision = 0;
            Map<String, Long> parameters = Map.of();
            Map<Integer, String> events = Map.of();
            ProcessDataLayout layout = null;
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String member = json.currentName();
                JsonToken value = json.nextToken();
                switch (member) {
                    case "device_id" -> deviceId = json.getText();
                    case "revision" -> revision = json.getLongValue();
                    case "parameters" -> parameters = readParameters(json);
                    case "events" -> events = readEvents(json);
                    case "layout" -> layout = value == JsonToken.VALUE_NULL ? null : LayoutJson.read(json);
                    default -> json.skipChildren();
                }
            }
            if (deviceId == null) {
                throw new JsonParseException(json, "device_id is missing");
            }
            return new DeviceLayout(deviceId, revision, parameters, layout, events);
        } catch (LayoutException | IllegalArgumentException e) {
            throw new IOException("not a device layout: " + e.getMessage(), e);
        }
    }

    private static Map<String, Long> readParameters(JsonParser json) throws IOException {
        expect(json, json.currentToken(), JsonToken.START_OBJECT);
        Map<String, Long> parameters = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            parameters.put(key, json.getLongValue());
        }
        return parameters;
    }

    private static Map<Integer, String> readEvents(JsonParser json) throws IOException {
        expect(json, json.currentToken(), JsonToken.START_OBJECT);
        Map<Integer, String> events = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            Integer code = Integer.valueOf(json.currentName());
            json.nextToken();
            events.put(code, json.getText());
        }
        return events;
    }

    private static void expect(JsonParser json, JsonToken actual, JsonToken expected) throws IOException {
        if (actual != expected) {
            throw new JsonParseException(json, "expected " + expected + ", found " + actual);
        }
    }
}
