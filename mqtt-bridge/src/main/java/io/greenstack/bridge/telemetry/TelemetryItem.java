package io.greenstack.bridge.telemetry;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.TelemetryMessage;

/**
 * A telemetry message that was understood and is on its way to the live view.
 *
 * @param index of its message in the batch
 * @param source the message as it arrived, for a dead letter
 * @param deviceId whose it is
 * @param message what it says
 */
record TelemetryItem(int index, InboundMessage source, DeviceId deviceId, TelemetryMessage message) {

    /** An item that is in no batch now. */
    TelemetryItem(InboundMessage source, DeviceId deviceId, TelemetryMessage message) {
        this(-1, source, deviceId, message);
    }

    /** The same in a batch. */
    TelemetryItem at(int place) {
        return new TelemetryItem(place, source, deviceId, message);
    }
}
