package io.greenstack.core.message;

import java.util.Locale;

/** Whether a device is connected to the broker. */
public enum ConnectionState {
    /** The device said it is there. */
    CONNECTED,
    /** The device said goodbye, or its last will did. */
    DISCONNECTED;

    /** {@code connected} or {@code disconnected}, as in payloads and in Redis. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
