package io.greenstack.api.parameterset;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.openapi.Answers;
import io.greenstack.api.parameterset.KeptSetResource.SaveRequest;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;

/** Keeps what a device has. */
@Path("/api/devices/{id}/parameter-sets")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Parameter sets")
class DeviceSetsResource {

    private final KeptSetService service;
    private final SecurityIdentity caller;

    DeviceSetsResource(KeptSetService service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Keep the parameters of a device as found", description = "Keeps what the device has reported; fill its twin before "
            + "where it hangs on a master.")
    @Answers(value = 201, problems = {"409 no-description", "409 nothing-reported", "409 too-many-parameter-sets"})
    public RestResponse<KeptSetView> save(@PathParam("id") String id, @NotNull @Valid SaveRequest request,
            @BeanParam LanguageQuery language) {
        return KeptSetResource.created(service.save(id, request, language, caller.getPrincipal().getName()));
    }
}
