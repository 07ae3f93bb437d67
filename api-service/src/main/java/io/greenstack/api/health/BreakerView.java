package io.greenstack.api.health;

import java.time.Instant;

import io.greenstack.descriptions.Sparse;
import io.greenstack.platform.resilience.BreakerStatus;

/**
 * A circuit breaker of one of the services.
 *
 * @param service whose it is
 * @param instance which instance of an edge service, host:port; absent for the one that answers
 * @param name name in the configuration, metrics and log; absent when the instance could not be asked
 * @param state {@code closed}, {@code open}, {@code half_open}, or {@code unknown} when the instance could not be asked
 * @param failures consecutive failures counted so far
 * @param threshold consecutive failures that open it
 * @param opened how often it has opened since the start
 * @param lastChange time of the last state change, absent if never
 * @param lastError what the last counted failure said, absent if none
 * @param detail why the instance could not be asked
 */
record BreakerView(String service, String instance, String name, String state, Integer failures,
        Integer threshold, Long opened, Instant lastChange, String lastError, String detail) implements Sparse {

    static BreakerView of(String service, String instance, BreakerStatus breaker) {
        return new BreakerView(service, instance, breaker.name(), breaker.state().label(), breaker.failures(),
                breaker.threshold(), breaker.opened(), breaker.lastChange(), breaker.lastError(), null);
    }

    static BreakerView unknown(String service, String instance, String detail) {
        return new BreakerView(service, instance, null, "unknown", null, null, null, null, null, detail);
    }
}
