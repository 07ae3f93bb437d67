package io.greenstack.api.alarm;

import io.greenstack.core.alarm.AlarmKind;

/** What an alarm comes from: an event of a device, or a rule of a kind. */
enum AlarmCause {
    /** The device says so. */
    EVENT,
    /** A value outside of limits, or of the range of the description. */
    RANGE,
    /** A value that changes too fast. */
    RATE,
    /** A value that has a special status instead of a measurement. */
    STATUS,
    /** No message for a while. */
    SILENCE,
    /** The device said goodbye, or its master lost it. */
    DISCONNECTED,
    /** Messages that can never be stored. */
    DEAD_LETTERS;

    static AlarmCause of(AlarmKind kind) {
        return valueOf(kind.name());
    }
}
