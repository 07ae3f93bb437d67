package io.greenstack.api.alarm;

/** What happens to an alarm. */
public enum AlarmAction {
    /** It comes, or it comes again so soon that it is the same one. */
    RAISED,
    /** It goes. */
    CLEARED,
    /** Somebody knows of it. */
    ACKNOWLEDGED,
    /** Somebody does not want to hear of it for a while. */
    SHELVED,
    /** The shelf is taken away before its time. */
    UNSHELVED,
    /** Somebody says something about it. */
    COMMENTED
}
