package io.greenstack.platform.resilience;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A breaker as operators see it.
 *
 * @param name name in the configuration, metrics and log
 * @param state present state
 * @param failures consecutive failures counted so far
 * @param threshold consecutive failures that open it
 * @param opened how often it has opened since the start
 * @param lastChange time of the last state change, or null
 * @param lastError what the last counted failure said, or null
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BreakerStatus(String name, BreakerState state, int failures, int threshold, long opened,
        @JsonProperty("last_change") Instant lastChange, @JsonProperty("last_error") String lastError) {}
