package io.greenstack.bridge.shadow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.ReportedMessage;

/** Makes what a report contributes to a request: {@code {"device_id", "timestamp", "time_source", "replayed", "payload"}}. */
final class ReportBody {

    private static final JsonFactory JSON = new JsonFactory();

    private ReportBody() {}

    /**
     * The object of one report.
     *
     * @throws PayloadException if the payload cannot be copied
     */
    static byte[] item(DeviceId deviceId, ReportedMessage report, InboundMessage message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.payload().length + 128);
        try (JsonParser in = JSON.createParser(message.payload()); JsonGenerator json = JSON.createGenerator(out)) {
            in.nextToken();
            json.writeStartObject();
            json.writeStringField("device_id", deviceId.value());
            json.writeNumberField("timestamp", report.timestamp().time().toEpochMilli());
            json.writeStringField("time_source", timeSource(report, message));
            if (message.replayOf() != null) {
                json.writeBooleanField("replayed", true);
            }
            json.writeFieldName("payload");
            json.copyCurrentStructureExact(in);
            json.writeEndObject();
        } catch (IOException e) {
            throw new PayloadException(RejectReason.NOT_JSON, e.getMessage());
        }
        return out.toByteArray();
    }

    private static String timeSource(ReportedMessage report, InboundMessage message) {
        if (report.timestamp().fromDevice()) {
            return "DEVICE";
        }
        return message.retained() ? "RETAINED" : "ARRIVAL";
    }
}
