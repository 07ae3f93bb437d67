package io.greenstack.api.alarm.notice;

/** A message could not be sent; the text says why, without secrets. */
final class NoticeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoticeException(String message) {
        super(message, null, false, false);
    }
}
