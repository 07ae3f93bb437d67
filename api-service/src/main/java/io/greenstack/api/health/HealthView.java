package io.greenstack.api.health;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.Sparse;

/**
 * Health of the service.
 *
 * @param status {@code healthy}, {@code degraded} or {@code unhealthy}; on {@code /ready} {@code ready}, {@code degraded} or
 *        {@code not_ready}; on {@code /live} {@code alive}
 * @param database {@code connected} or {@code disconnected}
 * @param devicesCount registered devices, absent while the database is away
 * @param timestamp time of the answer
 * @param checks state of each dependency by name
 * @param breakers circuit breakers
 */
record HealthView(String status, String database, Long devicesCount, Instant timestamp,
        Map<String, Check> checks, List<BreakerView> breakers) implements Sparse {

    /**
     * State of a dependency: {@code up} or {@code down}; a required one takes the readiness with it.
     *
     * @param ageMs age of this knowledge in milliseconds
     * @param since when the state became what it is
     * @param changes how often it changed since the start of the service; many in a short time are flapping
     */
    public record Check(String status, boolean required, String message, Long ageMs, Instant since,
            Long changes) implements Sparse {}

    /** State of a circuit breaker. */
    public record BreakerView(String name, String state, int failures, long opened,
            Instant lastChange) implements Sparse {}
}
