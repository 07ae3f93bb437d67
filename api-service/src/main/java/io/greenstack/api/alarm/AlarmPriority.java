package io.greenstack.api.alarm;

/** How soon somebody has to act, from the least to the most. */
public enum AlarmPriority {
    /** When there is time. */
    LOW,
    /** Within the shift. */
    MEDIUM,
    /** Soon. */
    HIGH,
    /** At once. */
    URGENT;

    /** As it is stored: 1 to 4, so that the database can sort by it. */
    public int rank() {
        return ordinal() + 1;
    }

    /** The priority that is stored so. */
    public static AlarmPriority of(long rank) {
        return values()[(int) rank - 1];
    }
}
