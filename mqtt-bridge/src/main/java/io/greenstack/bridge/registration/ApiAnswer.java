package io.greenstack.bridge.registration;

import java.time.Duration;

/** What the api-service said to a request. */
public sealed interface ApiAnswer {

    /**
     * It is done.
     *
     * @param body what it answered
     */
    record Accepted(byte[] body) implements ApiAnswer {}

    /**
     * This very request will never be accepted.
     *
     * @param detail HTTP status, code and detail of the answer
     */
    record Refused(String detail) implements ApiAnswer {}

    /**
     * It has to be tried again later.
     *
     * @param why for the log
     * @param retryAfter the time the api-service asked for, null if it did not
     */
    record Later(String why, Duration retryAfter) implements ApiAnswer {}
}
