package io.greenstack.loadtest.generator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The payload of every kind of message. */
final class LoadPayloads {

    private LoadPayloads() {}

    static byte[] of(MessageKind kind, LoadDevice device, int number, Instant timestamp) {
        return text(kind, device, number, timestamp).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(MessageKind kind, LoadDevice device, int number, Instant timestamp) {
        return switch (kind) {
            case TELEMETRY -> device.shape().payload(number, timestamp);
            case STATUS -> "{\"state\":\"" + state(number) + "\",\"timestamp\":\"" + timestamp + "\"}";
            case REGISTER -> "{\"name\":\"" + registeredName(device.id(), number) + "\"}";
            case REPORTED -> "{\"load\":{\"number\":" + number + "},\"timestamp\":\"" + timestamp + "\"}";
            case EVENT -> event(NumberedEvent.of(number), timestamp);
        };
    }

    private static String event(NumberedEvent event, Instant timestamp) {
        return "{\"code\":" + event.code() + ",\"mode\":\"" + event.mode() + "\",\"type\":\"warning\",\"timestamp\":\""
                + timestamp + "\"}";
    }

    /** The connection state that a status message tells. */
    static String state(int number) {
        return number % 2 == 0 ? "connected" : "disconnected";
    }

    /** The device name in a registration. */
    static String registeredName(String deviceId, int number) {
        return deviceId + " #" + number;
    }
}
