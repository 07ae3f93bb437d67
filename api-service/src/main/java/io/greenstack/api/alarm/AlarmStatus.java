package io.greenstack.api.alarm;

/** The states of an alarm, with their names in ISA-18.2. */
public enum AlarmStatus {
    /** It is there, and nobody has acknowledged it ("unacknowledged alarm"). */
    ACTIVE,
    /** It is there, and somebody has acknowledged it ("acknowledged alarm"). */
    ACKNOWLEDGED,
    /** It is gone, and nobody has acknowledged it ("return to normal, unacknowledged"). */
    CLEARED,
    /** It is gone and acknowledged ("normal"). */
    CLOSED,
    /** Somebody does not want to hear of it for a while ("shelved"). */
    SHELVED
}
