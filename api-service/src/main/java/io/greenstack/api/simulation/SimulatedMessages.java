package io.greenstack.api.simulation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import com.fasterxml.jackson.core.JsonGenerator;

import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.JsonObjects;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;
import io.greenstack.platform.outbound.OutboundMessage;

/** What a simulated device says, as a device would: registration, state, raw process data, events. */
final class SimulatedMessages {

    /** A reading that waits longer is not worth being published. */
    private static final Duration LIFETIME = Duration.ofSeconds(10);
    private static final int QOS = 1;

    private final Topics topics;

    SimulatedMessages(Topics topics) {
        this.topics = topics;
    }

    OutboundMessage registration(StoredSimulation one, DescriptionSummary description) {
        return message(one, TopicKind.REGISTER, one.startedAt(), false, false, json -> {
            json.writeStringField("name", one.name());
            json.writeBooleanField("simulated", true);
            boolean iolink = "IODD".equals(description.kind());
            json.writeObjectFieldStart(iolink ? "iolink" : "eds");
            json.writeNumberField(iolink ? "vendor_id" : "vendor_code", description.vendorId());
            json.writeNumberField(iolink ? "device_id" : "product_code", description.deviceId());
            if (!iolink && description.majorRevision() != null && description.minorRevision() != null) {
                json.writeStringField("revision", description.majorRevision() + "." + description.minorRevision());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("parameters");
            for (var parameter : one.parameters().entrySet()) {
                json.writeNumberField(parameter.getKey(), parameter.getValue());
            }
            json.writeEndObject();
        });
    }

    OutboundMessage state(StoredSimulation one, boolean connected, Instant now) {
        return message(one, TopicKind.STATUS, now, true, false, json -> {
            json.writeStringField("state", connected ? "connected" : "disconnected");
            time(json, now);
        });
    }

    OutboundMessage reading(StoredSimulation one, byte[] octets, Instant now) {
        return message(one, TopicKind.TELEMETRY, now, false, true, json -> {
            json.writeStringField("processDataIn", HexFormat.of().withUpperCase().formatHex(octets));
            json.writeBooleanField("valid", true);
            time(json, now);
        });
    }

    OutboundMessage event(StoredSimulation one, int code, String mode, String type, Instant now) {
        return message(one, TopicKind.EVENTS, now, false, false, json -> {
            json.writeNumberField("code", code);
            json.writeStringField("mode", mode);
            json.writeStringField("type", type);
            time(json, now);
        });
    }

    private static void time(JsonGenerator json, Instant now) throws IOException {
        json.writeStringField("timestamp", now.toString());
    }

    private OutboundMessage message(StoredSimulation one, TopicKind kind, Instant now, boolean retain, boolean expires,
            JsonObjects.Content members) {
        String id = "simulation:" + one.deviceId() + ":" + kind.suffix() + ":" + now.toEpochMilli();
        return new OutboundMessage(id, topics.topic(kind, new DeviceId(one.deviceId())), JsonObjects.object(members),
                QOS, retain, expires ? now.plus(LIFETIME) : null, null);
    }
}
