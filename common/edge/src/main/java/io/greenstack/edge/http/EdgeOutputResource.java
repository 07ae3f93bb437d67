package io.greenstack.edge.http;

import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.greenstack.edge.output.Output;
import io.greenstack.edge.output.OutputReport;
import io.greenstack.platform.config.ServiceAccess;
import io.smallrye.common.annotation.NonBlocking;

/** Where this service sends values, for the api-service, which shows the key that both know. */
@Path("/outputs")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
class EdgeOutputResource {

    private final Instance<OutputReport> reports;
    private final ServiceAccess access;

    public EdgeOutputResource(Instance<OutputReport> reports, ServiceAccess access) {
        this.reports = reports;
        this.access = access;
    }

    @GET
    public RestResponse<List<Output>> outputs(@HeaderParam("X-API-Key") String key) {
        if (!access.allows(key)) {
            return RestResponse.status(Status.FORBIDDEN);
        }
        return RestResponse.ok(reports.stream().map(OutputReport::now).sorted(Comparator.comparing(Output::name))
                .toList());
    }
}
