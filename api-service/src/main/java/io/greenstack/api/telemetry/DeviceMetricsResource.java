package io.greenstack.api.telemetry;

import java.nio.charset.StandardCharsets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.FileContent;
import io.greenstack.api.security.Roles;

/** What Prometheus scrapes of devices, beside the metrics of the services. */
@Path("/api/telemetry/metrics")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Telemetry")
class DeviceMetricsResource {

    private final DeviceMetrics metrics;

    DeviceMetricsResource(DeviceMetrics metrics) {
        this.metrics = metrics;
    }

    @GET
    @Operation(summary = "Newest values and active events of all devices, for Prometheus")
    @Answers(types = "text/plain", problems = "503 live-data-unavailable")
    public RestResponse<FileContent> metrics() {
        return RestResponse.ResponseBuilder
                .ok(new FileContent(metrics.text().getBytes(StandardCharsets.UTF_8)),
                        "text/plain;version=0.0.4;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
