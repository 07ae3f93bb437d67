package io.greenstack.api.health;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.common.annotation.NonBlocking;

/** Health for people and for what watched the predecessor; orchestrators use {@code /q/health}. */
@Path("/api/health")
@NonBlocking
@PermitAll
@Tag(name = "Health", description = "Whether the service and what it depends on work")
class ApiHealthResource {

    private final HealthService service;

    public ApiHealthResource(HealthService service) {
        this.service = service;
    }

    @GET
    @Operation(summary = "Health; 503 while the database is away")
    public RestResponse<HealthView> health() {
        return answer(service.health("healthy", "degraded", "unhealthy", true));
    }

    @GET
    @Path("/live")
    @Operation(summary = "Whether the process runs")
    public HealthView live() {
        return service.alive();
    }

    @GET
    @Path("/ready")
    @Operation(summary = "Whether the service takes traffic; 503 if not")
    public RestResponse<HealthView> ready() {
        return answer(service.health("ready", "degraded", "not_ready", false));
    }

    private static RestResponse<HealthView> answer(HealthService.Health health) {
        RestResponse.Status status = health.ready() ? RestResponse.Status.OK : RestResponse.Status.SERVICE_UNAVAILABLE;
        return RestResponse.ResponseBuilder.create(status, health.view()).header("Cache-Control", "no-store").build();
    }
}
