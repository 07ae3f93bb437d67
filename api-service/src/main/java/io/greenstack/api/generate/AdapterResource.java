package io.greenstack.api.generate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Downloads;
import io.greenstack.api.platform.FileContent;
import io.greenstack.api.security.Roles;
import io.greenstack.generators.GeneratedFile;
import io.greenstack.generators.Generator;
import io.greenstack.generators.registry.Generators;

/**
 * Adapters under the paths of the predecessor. A platform is a family of generators; nothing is stored, because the same
 * description gives the same files.
 */
@Path("/api/generate")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Generators")
class AdapterResource {

    private static final Map<String, List<String>> PLATFORMS = platforms();

    private final GenerateService service;
    private final Clock clock;

    AdapterResource(GenerateService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    record Platform(String id, String name, String description, boolean supported) {}

    record Platforms(List<Platform> platforms) {}

    record AdapterRequest(@NotNull Long deviceId, String platform,
            @Schema(type = SchemaType.OBJECT) JsonNode options) {}

    record Adapter(long deviceId, String platform, Map<String, String> files, Instant generatedAt) {}

    private static Map<String, List<String>> platforms() {
        Map<String, List<String>> platforms = new LinkedHashMap<>();
        for (Generator generator : Generators.all()) {
            String platform = generator.id().startsWith("node-red") ? "node-red" : generator.id();
            platforms.merge(platform, List.of(generator.id()),
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
        }
        return platforms;
    }

    @GET
    @Path("/platforms")
    @Operation(summary = "Platforms that adapters can be generated for")
    public Platforms list() {
        return new Platforms(PLATFORMS.entrySet().stream().map(platform -> {
            Generator first = Generators.find(platform.getValue().get(0)).orElseThrow();
            String name = platform.getValue().size() == 1 ? first.about().title() : "Node-RED flows";
            return new Platform(platform.getKey(), name, first.about().description(), true);
        }).toList());
    }

    @POST
    @Path("/adapter")
    @Operation(summary = "The files of an adapter", description = "device_id is the id of a description")
    public Adapter adapter(@NotNull @Valid AdapterRequest body, @Context UriInfo uri) {
        String platform = body.platform() == null ? "node-red" : body.platform();
        Map<String, String> files = new LinkedHashMap<>();
        files(body.deviceId(), platform, uri.getBaseUri()).forEach(file -> files.put(file.name(), file.content()));
        return new Adapter(body.deviceId(), platform, files, clock.instant());
    }

    @GET
    @Path("/{id}/{platform}/download")
    @Operation(summary = "The files of an adapter as a ZIP")
    @Answers(types = "application/zip")
    public RestResponse<FileContent> download(long id, String platform, @Context UriInfo uri) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        List<GeneratedFile> files = files(id, platform, uri.getBaseUri());
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            for (GeneratedFile file : files) {
                zip.putNextEntry(new ZipEntry(file.name()));
                zip.write(file.octets());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RestResponse.ResponseBuilder.ok(new FileContent(octets.toByteArray()), "application/zip")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.attachment(id + "-" + platform + ".zip")).build();
    }

    private List<GeneratedFile> files(long id, String platform, URI base) {
        List<String> generators = PLATFORMS.get(platform);
        if (generators == null) {
            throw ApiException.invalidParameter("platform",
                    "one of " + String.join(", ", PLATFORMS.keySet()) + " is needed");
        }
        return generators.stream().map(generator -> service.ofDescription(id, generator, null, base)).toList();
    }
}
