package io.greenstack.bridge.dialect;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.EventReader;
import io.greenstack.core.message.JsonObjects;
import io.greenstack.core.message.NamedValue;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;

/**
 * Writes the messages of this suite. Every one carries its time: a message that the broker delivers twice is then the same
 * twice.
 */
public final class CanonicalMessages {

    private static final int QOS = 1;
    private static final int MOST_VALUES = 500;

    /** Members that mean something of their own in telemetry; a parameter of that name needs a message of its own. */
    private static final Set<String> RESERVED = Set.of("timestamp", "traceparent", "parameter", "value", "unit",
            "valid",
            "processDataIn", "processDataOut");

    private final Topics topics;

    /** @param topics the topics of devices */
    public CanonicalMessages(Topics topics) {
        this.topics = topics;
    }

    /** A message whose payload is one object. */
    public Publication object(TopicKind kind, DeviceId device, boolean retain, JsonObjects.Content members) {
        return object(kind, device, retain, null, members);
    }

    private Publication object(TopicKind kind, DeviceId device, boolean retain, Instant time,
            JsonObjects.Content members) {
        return publication(kind, device, retain, time, json -> {
            json.writeStartObject();
            members.write(json);
            if (time != null) {
                json.writeStringField("timestamp", time.toString());
            }
            json.writeEndObject();
        });
    }

    /** Events, in as many messages as they need. */
    public List<Publication> events(DeviceId device, List<Event> events) {
        List<Publication> publications = new ArrayList<>(1);
        for (int from = 0; from < events.size(); from += EventReader.MAX_EVENTS) {
            publications
                    .add(list(device, events.subList(from, Math.min(events.size(), from + EventReader.MAX_EVENTS))));
        }
        return publications;
    }

    private Publication list(DeviceId device, List<Event> events) {
        Instant newest = events.stream().map(Event::time).max(Comparator.naturalOrder()).orElse(null);
        return publication(TopicKind.EVENTS, device, false, newest, json -> {
            json.writeStartArray();
            for (Event event : events) {
                json.writeStartObject();
                json.writeNumberField("code", event.code());
                json.writeStringField("mode", event.mode());
                if (event.type() != null) {
                    json.writeStringField("type", event.type());
                }
                json.writeStringField("timestamp", event.time().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /**
     * An IO-Link event.
     *
     * @param code event code, 0 to 65535
     * @param mode {@code appears}, {@code disappears} or {@code singleshot}
     * @param type {@code notification}, {@code warning} or {@code error}, null if not told
     * @param time when it happened
     */
    public record Event(int code, String mode, String type, Instant time) {}

    /** A message that is written already. */
    public Publication raw(TopicKind kind, DeviceId device, byte[] payload) {
        return new Publication(topics.topic(kind, device), payload, QOS, false);
    }

    /** Connection state of a device. */
    public Publication status(DeviceId device, boolean connected, Instant time) {
        return object(TopicKind.STATUS, device, true, time, json -> {
            json.writeStringField("state", connected ? "connected" : "disconnected");
        });
    }

    /** Raw process data from and to a device, of one moment; null where there is none of a direction. */
    public Publication processData(DeviceId device, String inHex, String outHex, Instant time) {
        return object(TopicKind.TELEMETRY, device, false, time, json -> {
            if (inHex != null) {
                json.writeStringField("processDataIn", inHex);
            }
            if (outHex != null) {
                json.writeStringField("processDataOut", outHex);
            }
        });
    }

    /** Named values of one moment, in as many messages as they need. */
    public List<Publication> values(DeviceId device, List<NamedValue> values, Instant time) {
        List<Publication> publications = new ArrayList<>();
        List<NamedValue> together = new ArrayList<>();
        for (NamedValue value : values) {
            if (value.unit() != null || RESERVED.contains(value.parameter())
                    || "iolink".equalsIgnoreCase(value.parameter())) {
                publications.add(single(device, value, time));
            } else {
                together.add(value);
            }
        }
        for (int from = 0; from < together.size(); from += MOST_VALUES) {
            List<NamedValue> part = together.subList(from, Math.min(together.size(), from + MOST_VALUES));
            publications.add(object(TopicKind.TELEMETRY, device, false, time, json -> {
                for (NamedValue value : part) {
                    json.writeFieldName(value.parameter());
                    scalar(json, value.value());
                }
            }));
        }
        return publications;
    }

    private Publication single(DeviceId device, NamedValue value, Instant time) {
        return object(TopicKind.TELEMETRY, device, false, time, json -> {
            json.writeStringField("parameter", value.parameter());
            json.writeFieldName("value");
            scalar(json, value.value());
            if (value.unit() != null) {
                json.writeStringField("unit", value.unit());
            }
        });
    }

    private static void scalar(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof BigInteger whole) {
            json.writeNumber(whole);
        } else if (value instanceof Number number) {
            json.writeNumber(number.doubleValue());
        } else {
            json.writeString(value.toString());
        }
    }

    private Publication publication(TopicKind kind, DeviceId device, boolean retain, Instant time,
            JsonObjects.Content body) {
        return new Publication(topics.topic(kind, device), JsonObjects.document(body), QOS, retain, null, time);
    }
}
