package io.greenstack.api.twin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.openapi.Answers;
import io.greenstack.api.security.Roles;
import io.greenstack.api.twin.TwinFillService.FillView;
import io.quarkus.security.identity.SecurityIdentity;

/** Filling a twin from the device. */
@Path("/api/devices/{id}/shadow/fill")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Twins")
class TwinFillResource {

    private final TwinFillService service;
    private final SecurityIdentity caller;

    TwinFillResource(TwinFillService service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Fill the twin from a device on a master", description = "Reads every parameter that can be read, and reports what "
            + "the device has. It goes on after the answer; GET says how far it is.")
    @Answers(value = 202, problems = {"409 not-on-master", "409 fill-running", "422 no-description"})
    public RestResponse<FillView> start(@PathParam("id") String id) {
        return RestResponse.accepted(service.start(id, caller.getPrincipal().getName()));
    }

    @GET
    @Operation(summary = "How far the last filling is")
    @Answers(problems = "404 never-filled")
    public FillView get(@PathParam("id") String id) {
        return service.get(id);
    }
}
