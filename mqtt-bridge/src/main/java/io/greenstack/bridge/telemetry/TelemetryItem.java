package io.greenstack.bridge.telemetry;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.TelemetryMessage;

/**
 * A telemetry message that was understood and is on its way to the live view.
 *
 * @param source the message as it arrived, for a dead letter
 * @param deviceId whose it is
 * @param message what it says
 */
record TelemetryItem(InboundMessage source, DeviceId deviceId, TelemetryMessage message) {}
