package io.greenstack.core.alarm;

/** What an observation says of a condition. */
public enum AlarmVerdict {
    /** It is as it should be. */
    RIGHT,
    /** It is not. */
    WRONG,
    /** It says nothing, so what was known holds. */
    NOTHING
}
