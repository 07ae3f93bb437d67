package io.greenstack.ingestion.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

import com.fasterxml.jackson.core.JsonGenerator;

import io.greenstack.core.message.JsonObjects;
import io.greenstack.edge.sink.Reading;
import io.greenstack.edge.sink.SinkMessage;

/**
 * Makes records of messages: one for the values of each time, one for each event. The key is the device, so what it says stays in
 * order. Members may be added within a schema; one that changes its meaning makes another schema.
 */
final class KafkaRecords {

    static final int SCHEMA = 1;

    private static final long NANOS = 1_000_000_000L;
    private static final byte[] VALUES = "greenstack.telemetry.v1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] EVENT = "greenstack.event.v1".getBytes(StandardCharsets.UTF_8);

    private final String telemetryTopic;
    private final String eventsTopic;

    KafkaRecords(KafkaSettings settings) {
        this.telemetryTopic = settings.telemetryTopic();
        this.eventsTopic = settings.eventsTopic();
    }

    List<ProducerRecord<String, byte[]>> of(SinkMessage message) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        Map<Long, List<Reading>> byTime = new LinkedHashMap<>();
        for (Reading reading : message.readings()) {
            if (reading instanceof Reading.DeviceEvent event) {
                records.add(event(message.device(), event));
            } else {
                byTime.computeIfAbsent(reading.epochNanos(), time -> new ArrayList<>()).add(reading);
            }
        }
        byTime.forEach((time, readings) -> {
            if (readings.stream().anyMatch(reading -> !(reading instanceof Reading.ClockAhead))) {
                records.add(values(message.device(), time, readings));
            }
        });
        return records;
    }

    private ProducerRecord<String, byte[]> values(String device, long nanos, List<Reading> readings) {
        return record(telemetryTopic, device, nanos, VALUES, json -> {
            json.writeArrayFieldStart("values");
            for (Reading reading : readings) {
                if (reading instanceof Reading.Value value) {
                    value(value, json);
                } else if (reading instanceof Reading.Attribute text) {
                    json.writeStartObject();
                    json.writeStringField("parameter", text.attribute());
                    json.writeStringField("text", text.text());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            for (Reading reading : readings) {
                if (reading instanceof Reading.ProcessData raw) {
                    json.writeStringField("process_data_" + raw.direction().name().toLowerCase(Locale.ROOT), raw.hex());
                } else if (reading instanceof Reading.ClockAhead ahead) {
                    json.writeNumberField("clock_ahead_ms", ahead.aheadMillis());
                }
            }
        });
    }

    private static void value(Reading.Value value, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("parameter", value.parameter());
        if (Double.isFinite(value.number())) {
            json.writeNumberField("value", value.number());
        }
        text("unit", value.unit(), json);
        text("label", value.label(), json);
        text("status", value.status(), json);
        json.writeEndObject();
    }

    private ProducerRecord<String, byte[]> event(String device, Reading.DeviceEvent event) {
        return record(eventsTopic, device, event.epochNanos(), EVENT, json -> {
            json.writeNumberField("code", event.code());
            json.writeStringField("mode", event.mode());
            text("type", event.type(), json);
            text("text", event.text(), json);
        });
    }

    private static void text(String name, String text, JsonGenerator json) throws IOException {
        if (text != null) {
            json.writeStringField(name, text);
        }
    }

    private static ProducerRecord<String, byte[]> record(String topic, String device, long nanos, byte[] schema,
            JsonObjects.Content members) {
        Instant time = Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
        byte[] document = JsonObjects.object(json -> {
            json.writeNumberField("schema", SCHEMA);
            json.writeStringField("device_id", device);
            json.writeStringField("timestamp", time.toString());
            members.write(json);
        });
        return new ProducerRecord<>(topic, null, Math.max(0, time.toEpochMilli()), device, document,
                new RecordHeaders().add("schema", schema));
    }
}
