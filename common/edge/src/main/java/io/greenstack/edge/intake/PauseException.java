package io.greenstack.edge.intake;

import java.time.Duration;

/**
 * Thrown by a {@link BatchHandler} when nothing of the batch can be stored now: a dependency is away, its breaker is open, or
 * it asked for a pause (HTTP 429 with Retry-After). Nothing is acknowledged; the same batch comes again. Carries no stack
 * trace, because it is thrown at every attempt of an outage.
 */
public class PauseException extends RuntimeException {

    private final transient Duration retryAfter;

    /** Pause for the ingress's own exponential back-off. */
    public PauseException(String message) {
        this(message, null);
    }

    /**
     * Pause for at least a given time.
     *
     * @param message what is away, for the log
     * @param retryAfter shortest time to wait, or null for the ingress's own back-off
     */
    public PauseException(String message, Duration retryAfter) {
        super(message, null, false, false);
        this.retryAfter = retryAfter;
    }

    /** Shortest time to wait, or null. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
