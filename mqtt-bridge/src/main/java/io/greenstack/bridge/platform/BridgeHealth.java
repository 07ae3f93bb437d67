package io.greenstack.bridge.platform;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The answer of {@code GET /health}.
 *
 * @param status {@code healthy}, {@code degraded} (a dependency is away without which the bridge goes on) or
 *        {@code unhealthy}
 * @param service name of the service
 * @param mqttConnected whether all lanes are connected
 * @param redisAvailable whether Redis answers
 * @param apiAvailable whether the api-service answers
 * @param liveViewWaiting devices whose newest values wait for Redis
 * @param dependencies every dependency
 * @param breakers every circuit breaker
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BridgeHealth(String status, String service, @JsonProperty("mqtt_connected") boolean mqttConnected,
        @JsonProperty("redis_available") boolean redisAvailable, @JsonProperty("api_available") boolean apiAvailable,
        @JsonProperty("live_view_waiting") int liveViewWaiting, List<Dependency> dependencies, List<Breaker> breakers) {

    /**
     * A dependency.
     *
     * @param name short name
     * @param up whether it can be used now
     * @param required whether the bridge is not ready without it
     * @param detail what is wrong or worth knowing, absent if nothing
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Dependency(String name, boolean up, boolean required, String detail) {}

    /**
     * A circuit breaker.
     *
     * @param name its name
     * @param state {@code closed}, {@code open} or {@code half_open}
     * @param failures failures in a row
     * @param opened how often it opened since the start
     * @param lastChange when it last changed, ISO 8601, absent if never
     * @param lastError the last failure it counted, absent if none
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Breaker(String name, String state, int failures, long opened,
            @JsonProperty("last_change") String lastChange, @JsonProperty("last_error") String lastError) {}
}
