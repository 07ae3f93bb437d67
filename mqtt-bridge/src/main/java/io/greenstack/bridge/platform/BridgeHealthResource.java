package io.greenstack.bridge.platform;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.bridge.telemetry.LiveBacklog;
import io.greenstack.edge.api.ApiDependency;
import io.greenstack.edge.lane.RedisDependency;
import io.greenstack.edge.mqtt.MqttProbe;
import io.greenstack.platform.health.Readiness;
import io.greenstack.platform.health.ReadinessReport;
import io.greenstack.platform.resilience.BreakerStatus;
import io.smallrye.common.annotation.NonBlocking;

/** {@code GET /health}: 200 while the bridge takes messages, else 503; with everything it depends on. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class BridgeHealthResource {

    private static final String SERVICE = "mqtt-bridge";

    private final ReadinessReport report;
    private final LiveBacklog backlog;

    public BridgeHealthResource(ReadinessReport report, LiveBacklog backlog) {
        this.report = report;
        this.backlog = backlog;
    }

    @GET
    public RestResponse<BridgeHealth> health() {
        Readiness readiness = report.report();
        boolean all = readiness.dependencies().stream().allMatch(dependency -> dependency.up());
        String status = !readiness.ready() ? "unhealthy" : all ? "healthy" : "degraded";
        List<BridgeHealth.Dependency> dependencies = readiness.dependencies().stream()
                .map(d -> new BridgeHealth.Dependency(d.name(), d.up(), d.required(), d.detail()))
                .toList();
        BridgeHealth health = new BridgeHealth(status, SERVICE, readiness.up(MqttProbe.NAME),
                readiness.up(RedisDependency.NAME), readiness.up(ApiDependency.NAME), backlog.waiting(), dependencies,
                readiness.breakers().stream().map(BridgeHealthResource::breaker).toList());
        return RestResponse.status(readiness.ready() ? RestResponse.Status.OK : RestResponse.Status.SERVICE_UNAVAILABLE,
                health);
    }

    private static BridgeHealth.Breaker breaker(BreakerStatus breaker) {
        return new BridgeHealth.Breaker(breaker.name(), breaker.state().label(), breaker.failures(), breaker.opened(),
                breaker.lastChange() == null ? null : breaker.lastChange().toString(), breaker.lastError());
    }
}
