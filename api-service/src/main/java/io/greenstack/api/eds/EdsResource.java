package io.greenstack.api.eds;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.description.DescriptionFilter;
import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.StoredFile;
import io.greenstack.api.platform.Downloads;
import io.greenstack.api.platform.HttpSettings;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;

/** The catalog of EDS files. */
@Path("/api/eds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "EDS", description = "EtherNet/IP device descriptions")
public class EdsResource {

    private final EdsService service;
    private final EdsCatalogService catalog;
    private final HttpSettings settings;

    @Inject
    public EdsResource(EdsService service, EdsCatalogService catalog, HttpSettings settings) {
        this.service = service;
        this.catalog = catalog;
        this.settings = settings;
    }

    @GET
    @Operation(summary = "List EDS files")
    public RestResponse<List<EdsRow>> list(@QueryParam("q") String text, @QueryParam("vendor_code") String vendorCode,
            @QueryParam("product_code") String productCode, @QueryParam("sort") String sort, @BeanParam PageQuery page,
            @Context UriInfo uri) {
        DescriptionFilter filter = new DescriptionFilter(DescriptionKind.EDS,
                Params.longOrNull("vendor_code", vendorCode), Params.longOrNull("product_code", productCode), text);
        return Responses.page(catalog.list(filter, sort, page.toRequest(settings.maxPageSize())), uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An EDS with everything that is understood of it")
    @APIResponseSchema(EdsDetail.class)
    public RestResponse<String> detail(long id, @Context Request request) {
        return Responses.cacheable(request, EdsService.version(service.entry(id)), () -> service.detail(id));
    }

    @GET
    @Path("/{id}/file")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The file, octet for octet")
    public RestResponse<byte[]> file(long id, @Context Request request) {
        StoredFile file = service.file(id);
        return Downloads.file(request, file.summary().name(), MediaType.TEXT_PLAIN, file.summary().sha256(),
                file::content);
    }
}
