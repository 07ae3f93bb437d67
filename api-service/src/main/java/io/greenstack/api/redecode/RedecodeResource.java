package io.greenstack.api.redecode;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.openapi.Answers;
import io.greenstack.api.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;

/** History that is decoded again from raw process data. */
@Path("/api/telemetry/redecode")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Telemetry")
class RedecodeResource {

    private final RedecodeService service;
    private final SecurityIdentity caller;

    RedecodeResource(RedecodeService service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Decode stored process data again", description = "For a device, or for all devices of a description, by their "
            + "layouts of now; the last day unless said. Values under the same names are replaced. Location tells how far it is")
    @Answers(value = 202, problems = {"409 no-device", "409 too-many-devices", "429 too-many-jobs",
            "503 redecode-unavailable"})
    public RestResponse<RedecodeView> begin(@NotNull @Valid RedecodeRequest request) {
        RedecodeView view = service.begin(request, caller.getPrincipal().getName());
        return RestResponse.ResponseBuilder.<RedecodeView>create(RestResponse.Status.ACCEPTED).entity(view)
                .location(URI.create("/api/telemetry/redecode/" + view.id())).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far a job is that decodes history again; known for a day")
    @Answers(problems = "503 redecode-unavailable")
    public RedecodeView view(String id) {
        return service.view(id);
    }
}
