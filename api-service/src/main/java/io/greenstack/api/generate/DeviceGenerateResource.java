package io.greenstack.api.generate;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.FileContent;
import io.greenstack.api.security.Roles;

/** Files made for a device. */
@Path("/api/devices/{id}/generated")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Generators")
class DeviceGenerateResource {

    private final GenerateService service;

    DeviceGenerateResource(GenerateService service) {
        this.service = service;
    }

    @GET
    @Path("/{generator}")
    @Operation(summary = "A file made for a device, by its description", description = "field: keys of values and ids of parameters that it is "
            + "to have; may come several times, none = all")
    @Answers(types = {"application/json", "application/yaml", "text/plain", "text/x-python", "text/x-shellscript",
            "text/x-typescript"}, problems = "409 no-description")
    public RestResponse<FileContent> file(String id, String generator, @QueryParam("field") List<String> fields,
            @Context UriInfo uri) {
        return GenerateResource.download(service.ofDevice(id, generator, fields, uri.getBaseUri()));
    }
}
