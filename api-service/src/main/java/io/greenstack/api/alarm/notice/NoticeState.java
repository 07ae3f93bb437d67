package io.greenstack.api.alarm.notice;

/** How far a notice is. */
enum NoticeState {
    /** It is to be sent. */
    PENDING,
    /** It was taken by the receiver, or by the mail server. */
    SENT,
    /** It was tried as often as is allowed. */
    FAILED,
    /** There is nothing to tell any more. */
    DROPPED
}
