package io.greenstack.platform.resilience;

import java.time.Duration;

/** The call was not made, because the breaker is open or its trial calls are under way. Carries no stack trace. */
public class BreakerOpenException extends RuntimeException {

    private final String breaker;
    private final transient Duration retryAfter;

    BreakerOpenException(String breaker, Duration retryAfter) {
        super("Circuit breaker '" + breaker + "' is open", null, false, false);
        this.breaker = breaker;
        this.retryAfter = retryAfter;
    }

    /** Name of the breaker. */
    public String breaker() {
        return breaker;
    }

    /** Time until a trial call is let through; zero when one is under way. */
    public Duration retryAfter() {
        return retryAfter == null ? Duration.ZERO : retryAfter;
    }
}
