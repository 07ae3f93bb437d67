package io.greenstack.bridge.platform;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.greenstack.bridge.telemetry.LiveBacklog;
import io.greenstack.edge.api.ApiDependency;
import io.greenstack.edge.lane.RedisDependency;
import io.greenstack.edge.mqtt.MqttProbe;
import io.greenstack.platform.health.Readiness;
import io.greenstack.platform.health.ReadinessReport;
import io.greenstack.platform.resilience.BreakerStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.NonBlocking;

/** {@code GET /health}: 200 while the bridge takes messages, else 503; with everything it depends on. */
@Path("/health")
@NonBlocking
class BridgeHealthResource {

    private static final String SERVICE = "mqtt-bridge";

    private final ReadinessReport report;
    private final LiveBacklog backlog;
    private final String version;

    public BridgeHealthResource(ReadinessReport report, LiveBacklog backlog,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.report = report;
        this.backlog = backlog;
        this.version = version;
    }

    @GET
    public RestResponse<BridgeHealth> health() {
        Readiness readiness = report.report();
        boolean all = readiness.dependencies().stream().allMatch(dependency -> dependency.up());
        String status = !readiness.ready() ? "unhealthy" : all ? "healthy" : "degraded";
        List<BridgeHealth.Dependency> dependencies = readiness.dependencies().stream()
                .map(d -> new BridgeHealth.Dependency(d.name(), d.up(), d.required(), d.detail()))
                .toList();
        BridgeHealth health = new BridgeHealth(status, SERVICE, version, readiness.up(MqttProbe.NAME),
                readiness.up(RedisDependency.NAME), readiness.up(ApiDependency.NAME), backlog.waiting(), dependencies,
                readiness.breakers().stream().map(BridgeHealthResource::breaker).toList());
        return RestResponse.status(readiness.ready() ? RestResponse.Status.OK : RestResponse.Status.SERVICE_UNAVAILABLE,
                health);
    }

    private static BridgeHealth.Breaker breaker(BreakerStatus breaker) {
        return new BridgeHealth.Breaker(breaker.name(), breaker.state().label(), breaker.failures(), breaker.opened(),
                breaker.lastChange() == null ? null : breaker.lastChange().toString(), breaker.lastError());
    }

    /**
     * The answer of {@code GET /health}.
     *
     * @param status {@code healthy}, {@code degraded} (a dependency is away without which the bridge goes on) or
     *        {@code unhealthy}
     * @param service name of the service
     * @param version its version
     * @param mqttConnected whether all lanes are connected
     * @param redisAvailable whether Redis answers
     * @param apiAvailable whether the api-service answers
     * @param liveViewWaiting devices whose newest values wait for Redis
     * @param dependencies every dependency
     * @param breakers every circuit breaker
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BridgeHealth(String status, String service, String version,
            @JsonProperty("mqtt_connected") boolean mqttConnected,
            @JsonProperty("redis_available") boolean redisAvailable,
            @JsonProperty("api_available") boolean apiAvailable,
            @JsonProperty("live_view_waiting") int liveViewWaiting, List<Dependency> dependencies,
            List<Breaker> breakers) {

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
}
