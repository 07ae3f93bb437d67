package io.greenstack.edge.api;

import java.time.Duration;

import io.greenstack.edge.intake.PauseException;

/** What the api-service said to a request. */
public sealed interface ApiAnswer {

    /** How much longer than others suspected messages wait. */
    Duration SUSPECTS_WAIT = Duration.ofSeconds(2);

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
     * The api-service failed over the request: an outage, or the request is to blame.
     *
     * @param detail HTTP status, code and detail of the answer
     */
    record Failed(String detail) implements ApiAnswer {}

    /**
     * It has to be tried again later.
     *
     * @param why for the log
     * @param retryAfter the time the api-service asked for, null if it did not
     */
    record Later(String why, Duration retryAfter) implements ApiAnswer {

        /** The same for a suspected message, which must not be the trial of a breaker that others wait for. */
        public Later afterOthers() {
            return retryAfter == null ? this : new Later(why, retryAfter.plus(SUSPECTS_WAIT));
        }

        /** The pause of messages for which this is the answer. */
        public PauseException pause(String what) {
            return new PauseException(what + " wait for the api-service: " + why, retryAfter);
        }
    }
}
