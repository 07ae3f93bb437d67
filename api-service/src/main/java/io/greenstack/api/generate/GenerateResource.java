package io.greenstack.api.generate;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.platform.Downloads;
import io.greenstack.api.platform.FileContent;
import io.greenstack.api.security.Roles;
import io.greenstack.generators.GeneratedFile;
import io.greenstack.generators.Generator;
import io.greenstack.generators.registry.Generators;

/** The generators. */
@Path("/api/generators")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Generators", description = "Flows, dashboards, alert rules, PLC code and client code of descriptions and devices")
class GenerateResource {

    /** A generator by the name it has in paths. */
    record GeneratorView(String id, String title, String description) {

        static GeneratorView of(Generator generator) {
            return new GeneratorView(generator.id(), generator.about().title(), generator.about().description());
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What can be generated")
    public List<GeneratorView> generators() {
        return Generators.all().stream().map(GeneratorView::of).toList();
    }

    static RestResponse<FileContent> download(GeneratedFile file) {
        return RestResponse.ResponseBuilder
                .ok(new FileContent(file.octets()), file.mediaType() + ";charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.attachment(file.name())).build();
    }
}
