package io.greenstack.bridge.command;

import java.util.List;
import java.util.function.Consumer;

import io.greenstack.core.message.ClockRule;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.JsonObjects;
import io.greenstack.core.message.LeftOut;
import io.greenstack.core.message.ReportedMessage;
import io.greenstack.core.message.ReportedReader;
import io.greenstack.edge.api.Forwarder;

/**
 * Answers of devices to commands, as the api-service takes them: {@code {"device_id", "answered_at", "payload"}}. Any object
 * within the limits of reports goes through: what is in it is judged where the commands are.
 */
public final class ResponseBody implements Forwarder.Body {

    private final ReportedReader reader = new ReportedReader(ClockRule.DEFAULT);

    @Override
    public List<byte[]> items(DeviceId device, InboundMessage message, Consumer<LeftOut> leftOut) {
        ReportedMessage response = reader.read(message.payload(), message.receivedAt());
        return List.of(JsonObjects.object(json -> {
            json.writeStringField("device_id", device.value());
            json.writeStringField("answered_at", response.timestamp().time().toString());
            json.writeFieldName("payload");
            JsonObjects.copy(message.payload(), json);
        }));
    }
}
