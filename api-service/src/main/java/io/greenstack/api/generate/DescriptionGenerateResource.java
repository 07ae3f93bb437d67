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

/** Files made of a description. */
@Path("/api/descriptions/{id}/generated")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Generators")
class DescriptionGenerateResource {

    private final GenerateService service;

    DescriptionGenerateResource(GenerateService service) {
        this.service = service;
    }

    @GET
    @Path("/{generator}")
    @Operation(summary = "A file made of a description", description = "field: keys of values and ids of parameters that it is "
            + "to have; may come several times, none = all")
    @Answers(types = {"application/json", "application/yaml", "text/plain", "text/x-python", "text/x-shellscript",
            "text/x-typescript"})
    public RestResponse<FileContent> file(long id, String generator, @QueryParam("field") List<String> fields,
            @Context UriInfo uri) {
        return GenerateResource.download(service.ofDescription(id, generator, fields, uri.getBaseUri()));
    }
}
