package io.greenstack.bridge.telemetry;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;

import io.greenstack.core.processdata.DecodedJson;
import io.greenstack.core.processdata.Direction;
import io.vertx.redis.client.Request;

/**
 * Writes readings as the arguments of the live-view script: JSON members that the script puts together without looking
 * into them. One instance per batch; not thread-safe.
 */
final class ScriptArguments implements AutoCloseable {

    private static final JsonFactory JSON = new JsonFactoryBuilder().rootValueSeparator("").build();

    private final StringWriter text = new StringWriter(512);
    private final JsonGenerator json;
    private final StringBuilder quoted = new StringBuilder(64);

    ScriptArguments() {
        try {
            this.json = JSON.createGenerator(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON member {@code "device_id"}. */
    static String device(String deviceId) {
        return "\"device_id\":\"" + deviceId + '"';
    }

    /**
     * Appends a reading to the arguments of the script.
     *
     * @param traceparent W3C trace context to publish with it, null if there is none
     * @param behind how far back one of unknown age is put, so that it stands in the way of nothing
     */
    void append(LiveReading reading, String traceparent, Duration behind, Request script) {
        Instant time = reading.time().time();
        String timestamp = time.toString();
        script.arg(nanos(reading.ageUnknown() ? time.minus(behind) : time));
        script.arg(reading.ageUnknown() ? "unknown" : reading.retained() ? "old" : "new");
        script.arg(head(reading, timestamp, traceparent));
        script.arg(reading.raw().size() + reading.values().size());
        for (RawOctets raw : reading.raw()) {
            String member = raw.direction() == Direction.IN ? "raw" : "raw_out";
            script.arg("r:" + member).arg(raw(member, raw, timestamp));
        }
        for (LiveValue value : reading.values()) {
            script.arg("v:" + value.key()).arg(value(value, timestamp));
        }
    }

    /** Nanoseconds since 1970 in 19 digits, which holds from 2001 to 2262. */
    static String nanos(Instant time) {
        return Long.toString(time.getEpochSecond() * 1_000_000_000L + time.getNano());
    }

    private static String head(LiveReading reading, String timestamp, String traceparent) {
        String head = "\"timestamp\":\"" + timestamp + "\",\"received_at\":\"" + reading.receivedAt() + '"';
        if (reading.retained()) {
            head += ",\"retained\":true";
        }
        if (reading.time().ahead() != null) {
            head += ",\"clock_ahead_ms\":" + reading.time().ahead().toMillis();
        }
        return traceparent == null ? head : head + ",\"traceparent\":\"" + traceparent + '"';
    }

    private static String raw(String member, RawOctets raw, String timestamp) {
        return '"' + member + "\":{\"direction\":\"" + raw.direction().token() + "\",\"hex\":\"" + raw.hex()
                + "\",\"valid\":" + raw.valid() + ",\"timestamp\":\"" + timestamp + "\"}";
    }

    private String value(LiveValue value, String timestamp) {
        try {
            json.writeStartObject();
            json.writeStringField("name", value.name());
            if (value.value() != null) {
                json.writeFieldName("value");
                DecodedJson.writeValue(value.value(), json);
            }
            writeIfPresent("unit", value.unit());
            writeIfPresent("label", value.label());
            writeIfPresent("status", value.status());
            json.writeStringField("timestamp", timestamp);
            json.writeEndObject();
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        quoted.setLength(0);
        quoted.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value.key(), quoted);
        quoted.append("\":").append(text.getBuffer());
        text.getBuffer().setLength(0);
        return quoted.toString();
    }

    private void writeIfPresent(String member, String content) throws IOException {
        if (content != null && !content.isEmpty()) {
            json.writeStringField(member, content);
        }
    }

    @Override
    public void close() {
        try {
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
