package io.greenstack.api.device;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a device is there. */
public enum ConnectionStatus {
    /** It is connected as far as is known, and was heard of within the silence time-out. */
    CONNECTED,
    /** It said goodbye, or its last will did. */
    DISCONNECTED,
    /** It did not say goodbye, but nothing was heard of it for longer than the silence time-out. */
    SILENT,
    /** It was never heard of. */
    UNKNOWN;

    /** As in JSON. */
    @JsonValue
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
