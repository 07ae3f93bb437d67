package io.greenstack.platform.resilience;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** State of a circuit breaker. */
public enum BreakerState {

    /** Calls go through. */
    CLOSED,

    /** Calls are refused at once. */
    OPEN,

    /** A limited number of trial calls decides. */
    HALF_OPEN;

    /** As it appears in JSON and health data: {@code closed}, {@code open}, {@code half_open}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
