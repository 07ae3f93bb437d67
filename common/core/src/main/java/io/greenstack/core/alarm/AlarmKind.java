package io.greenstack.core.alarm;

import java.util.Locale;

/** What a rule looks at. */
public enum AlarmKind {
    /** A value outside of limits, or of the range of the description. */
    RANGE(true),
    /** A value that changes too fast. */
    RATE(true),
    /** A value that has a special status, such as {@code no_data}, instead of a measurement. */
    STATUS(true),
    /** No message of the device for a while. */
    SILENCE(false),
    /** The device said goodbye, or its master lost it at the port. */
    DISCONNECTED(false),
    /** Messages of the device that can never be stored. */
    DEAD_LETTERS(false);

    private final boolean ofValues;

    AlarmKind(boolean ofValues) {
        this.ofValues = ofValues;
    }

    /** Whether it looks at values; otherwise at the device as a whole. */
    public boolean ofValues() {
        return ofValues;
    }

    /** As in JSON. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
