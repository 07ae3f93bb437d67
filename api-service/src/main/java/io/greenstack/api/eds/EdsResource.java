package io.greenstack.api.eds;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.greenstack.api.description.DescriptionFilter;
import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.StoredFile;
import io.greenstack.api.platform.Downloads;
import io.greenstack.api.platform.HttpSettings;
import io.greenstack.api.platform.Message;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.platform.Uploads;
import io.greenstack.api.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;

/** The catalog of EDS files. */
@Path("/api/eds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "EDS", description = "EtherNet/IP device descriptions")
public class EdsResource {

    private final EdsService service;
    private final EdsCatalogService catalog;
    private final SecurityIdentity caller;
    private final HttpSettings settings;

    @Inject
    public EdsResource(EdsService service, EdsCatalogService catalog, SecurityIdentity caller, HttpSettings settings) {
        this.service = service;
        this.catalog = catalog;
        this.caller = caller;
        this.settings = settings;
    }

    @POST
    @Path("/upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Import an EDS", description = "Form field 'file': the .eds file or a ZIP with some. All of it is "
            + "stored or nothing; 201 = something new, 200 = all of it was known.")
    public RestResponse<EdsUpload> upload(@RestForm("file") FileUpload file) {
        FileUpload upload = Uploads.required(file);
        EdsService.Imported imported = service.upload(Uploads.name(upload), Uploads.content(upload),
                caller.getPrincipal().getName());
        Long id = imported.result().edsId();
        return Responses.imported(imported.created(), imported.result(), id == null ? null : "/api/eds/" + id);
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

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Delete an EDS; devices bound to it are bound anew")
    public Message delete(long id) {
        service.delete(id);
        return new Message("Deleted.");
    }
}
