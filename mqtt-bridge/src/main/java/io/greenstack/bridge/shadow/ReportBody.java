package io.greenstack.bridge.shadow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;

import io.greenstack.common.message.DeviceId;
import io.greenstack.common.message.PayloadException;
import io.greenstack.common.message.RejectReason;
import io.greenstack.common.message.ReportedMessage;
import io.greenstack.common.mqtt.InboundMessage;

/** Makes the request that hands reports on: {@code {"reports":[{"device_id", "timestamp", "time_source", "payload"}]}}. */
final class ReportBody {

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] BEGIN = "{\"reports\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

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

    /** The request for some reports. */
    static byte[] of(List<ReportItem> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        out.writeBytes(BEGIN);
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(items.get(i).json());
        }
        out.writeBytes(END);
        return out.toByteArray();
    }
}
