package io.greenstack.api.iodd;

import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;
import io.greenstack.descriptions.iodd.trust.TrustReport;

/** How far IODDs can be trusted, and how they differ. */
@Path("/api/iodd")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "IODD", description = "IO-Link device descriptions")
public class IoddReportResource {

    private static final int MAX_COMPARED = 8;

    private final IoddReportService service;

    @Inject
    public IoddReportResource(IoddReportService service) {
        this.service = service;
    }

    @GET
    @Path("/{id}/report")
    @Operation(summary = "Trust report of an IODD", description = "Stamps, findings with lines, and the proof of what the "
            + "catalog holds of the files: they are rebuilt from the stored model and compared node by node.")
    public RestResponse<TrustReport> report(long id, @Context Request request) {
        return Responses.cacheable(request, service.version(id), () -> service.report(id));
    }

    @GET
    @Path("/compare")
    @Operation(summary = "Compare IODDs or releases of one", description = "ids: 2 to 8 catalog ids, separated by commas; "
            + "each is compared with the one before it.")
    public IoddComparisons compare(@QueryParam("ids") List<String> ids) {
        List<Long> numbers = new ArrayList<>();
        for (String id : String.join(",", ids == null ? List.of() : ids).split(",")) {
            Long number = Params.longOrNull("ids", id);
            if (number != null) {
                numbers.add(number);
            }
        }
        if (numbers.size() < 2 || numbers.size() > MAX_COMPARED) {
            throw ApiException.invalidParameter("ids",
                    "2 to " + MAX_COMPARED + " catalog ids are needed, separated by commas");
        }
        return service.compare(numbers);
    }
}
