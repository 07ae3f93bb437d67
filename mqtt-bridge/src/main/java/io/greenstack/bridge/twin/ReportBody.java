package io.greenstack.bridge.twin;

import java.util.List;
import java.util.function.Consumer;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.JsonObjects;
import io.greenstack.core.message.LeftOut;
import io.greenstack.core.message.ReportedMessage;
import io.greenstack.core.message.ReportedReader;
import io.greenstack.edge.api.Forwarder;
import io.greenstack.edge.intake.DeviceTimes;

/**
 * What devices report of their configuration, as the api-service takes it: {@code {"device_id", "timestamp", "time_source",
 * "replayed", "payload"}}. A replayed dead letter has the time of its first arrival and says what it is, so that it replaces
 * nothing that was reported after it. The empty payload with which a retained report is cleared says nothing.
 */
public final class ReportBody implements Forwarder.Body {

    private final DeviceTimes times;
    private final ReportedReader reader;

    /** @param times what the times of messages are worth */
    public ReportBody(DeviceTimes times) {
        this.times = times;
        this.reader = new ReportedReader(times.rule());
    }

    @Override
    public List<byte[]> items(DeviceId device, InboundMessage message, Consumer<LeftOut> leftOut) {
        if (message.payload().length == 0) {
            return List.of();
        }
        ReportedMessage report = times.read(message, reader::read,
                read -> read.timestamp().ahead() != null);
        return List.of(JsonObjects.object(json -> {
            json.writeStringField("device_id", device.value());
            json.writeNumberField("timestamp", report.timestamp().time().toEpochMilli());
            json.writeStringField("time_source", timeSource(report, message));
            if (message.replayOf() != null) {
                json.writeBooleanField("replayed", true);
            }
            json.writeFieldName("payload");
            JsonObjects.copy(message.payload(), json);
        }));
    }

    private static String timeSource(ReportedMessage report, InboundMessage message) {
        if (report.timestamp().fromDevice()) {
            return "DEVICE";
        }
        return message.retained() ? "RETAINED" : "ARRIVAL";
    }
}
