package io.greenstack.api.alarm.notice;

/** Why somebody is told of an alarm. */
enum NoticeReason {
    /** It came. */
    RAISED,
    /** It went. */
    CLEARED,
    /** Somebody acknowledged it. */
    ACKNOWLEDGED,
    /** It still stands, and nobody has acknowledged it. */
    REPEATED
}
