package io.greenstack.bridge.event;

import java.util.List;
import java.util.function.Consumer;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.EventMessage;
import io.greenstack.core.message.EventReader;
import io.greenstack.core.message.EventReader.EventMessages;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.JsonObjects;
import io.greenstack.core.message.LeftOut;
import io.greenstack.edge.api.Forwarder;
import io.greenstack.edge.intake.DeviceTimes;

/** Events of devices, as the api-service takes them. */
public final class EventBody implements Forwarder.Body {

    private final DeviceTimes times;
    private final EventReader reader;

    /** @param times what the times of messages are worth */
    public EventBody(DeviceTimes times) {
        this.times = times;
        this.reader = new EventReader(times.rule());
    }

    @Override
    public List<byte[]> items(DeviceId device, InboundMessage message, Consumer<LeftOut> leftOut) {
        EventMessages read = times.events(message, reader);
        leftOut.accept(read.leftOut());
        return read.events().stream().map(event -> item(device, event, message)).toList();
    }

    private static byte[] item(DeviceId device, EventMessage event, InboundMessage message) {
        return JsonObjects.object(json -> {
            json.writeStringField("device_id", device.value());
            json.writeNumberField("code", event.code());
            json.writeStringField("mode", event.mode().name());
            if (event.type() != null) {
                json.writeStringField("type", event.type().name());
            }
            json.writeStringField("timestamp", event.timestamp().time().toString());
            json.writeBooleanField("from_device", event.timestamp().fromDevice());
            if (event.timestamp().ahead() != null) {
                json.writeNumberField("clock_ahead_ms", event.timestamp().ahead().toMillis());
            }
            json.writeStringField("received_at", message.receivedAt().toString());
            json.writeBooleanField("duplicate", message.duplicate());
        });
    }
}
