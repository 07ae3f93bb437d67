package io.greenstack.api.eds;

import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Downloads;
import io.greenstack.api.platform.HttpSettings;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;

/** Several EDS files at once, and one as a ZIP. */
@Path("/api/eds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "EDS", description = "EtherNet/IP device descriptions")
public class EdsCatalogResource {

    private static final int MAX_COMPARED = 8;

    private final EdsCatalogService service;
    private final HttpSettings settings;

    @Inject
    public EdsCatalogResource(EdsCatalogService service, HttpSettings settings) {
        this.service = service;
        this.settings = settings;
    }

    @GET
    @Path("/grouped/by-device")
    @Operation(summary = "The newest revision of each device")
    public RestResponse<List<EdsGroupRow>> byDevice(@BeanParam PageQuery page, @Context UriInfo uri) {
        return Responses.page(service.grouped(EdsGrouping.DEVICE, page.toRequest(settings.maxPageSize())), uri);
    }

    @GET
    @Path("/grouped/by-variant")
    @Operation(summary = "The newest file of each device, revision and number of assemblies")
    public RestResponse<List<EdsGroupRow>> byVariant(@BeanParam PageQuery page, @Context UriInfo uri) {
        return Responses.page(service.grouped(EdsGrouping.VARIANT, page.toRequest(settings.maxPageSize())), uri);
    }

    @GET
    @Path("/compare")
    @Operation(summary = "Compare EDS files or revisions of one", description = "ids: 2 to 8 catalog ids, separated by "
            + "commas; each is compared with the one before it.")
    public EdsComparisons compare(@QueryParam("ids") List<String> ids) {
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
        return new EdsComparisons(service.compare(numbers));
    }

    @GET
    @Path("/{id}/export-zip")
    @Produces("application/zip")
    @Operation(summary = "The file, its icon and metadata.json as a ZIP")
    public RestResponse<byte[]> zip(long id, @Context Request request) {
        return Downloads.file(request, "eds-" + id + ".zip", "application/zip", service.version(id),
                () -> service.zip(id));
    }
}
