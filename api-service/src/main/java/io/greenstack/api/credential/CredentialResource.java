package io.greenstack.api.credential;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.credential.CredentialService.CredentialView;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;

/** The MQTT login of a device. */
@Path("/api/devices/{id}/credentials")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Devices")
class CredentialResource {

    private final CredentialService service;
    private final SecurityIdentity caller;

    public CredentialResource(CredentialService service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Give a device an MQTT password, or another one", description = "The password is shown once. The broker takes it "
            + "within about two seconds; the one before is refused from then on. The user name is the device id.")
    @Answers(problems = {"422 reserved-user-name", "422 unsupported-user-name"})
    public RestResponse<CredentialView> rotate(String id) {
        return RestResponse.ResponseBuilder.ok(service.rotate(id, caller.getPrincipal().getName()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @GET
    @Operation(summary = "When a device got its MQTT password, and from whom")
    public CredentialView get(String id) {
        return service.view(id);
    }

    @DELETE
    @Operation(summary = "Take the MQTT login of a device away")
    public void revoke(String id) {
        service.revoke(id);
    }
}
