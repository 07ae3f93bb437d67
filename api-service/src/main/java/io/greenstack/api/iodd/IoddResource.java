package io.greenstack.api.iodd;

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
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.greenstack.api.description.DescriptionFilter;
import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.platform.HttpSettings;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.platform.Message;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.platform.Uploads;
import io.greenstack.api.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;

/** The catalog of IODDs. */
@Path("/api/iodd")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "IODD", description = "IO-Link device descriptions")
public class IoddResource {

    private final IoddService service;
    private final IoddImportService imports;
    private final SecurityIdentity caller;
    private final HttpSettings settings;

    @Inject
    public IoddResource(IoddService service, IoddImportService imports, SecurityIdentity caller,
            HttpSettings settings) {
        this.service = service;
        this.imports = imports;
        this.caller = caller;
        this.settings = settings;
    }

    @POST
    @Path("/upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Import an IODD", description = "Form field 'file': the XML file or the vendor's ZIP. All of it is "
            + "stored or nothing; 201 = something new, 200 = all of it was known.")
    public RestResponse<UploadResult> upload(@RestForm("file") FileUpload file) {
        FileUpload upload = Uploads.required(file);
        IoddImportService.Imported imported = imports.upload(Uploads.name(upload), Uploads.content(upload),
                caller.getPrincipal().getName());
        Long id = imported.result().id();
        return Responses.imported(imported.created(), imported.result(), id == null ? null : "/api/iodd/" + id);
    }

    @GET
    @Operation(summary = "List IODDs")
    public RestResponse<List<IoddEntry>> list(@QueryParam("q") String text, @QueryParam("vendor_id") String vendorId,
            @QueryParam("device_id") String deviceId, @QueryParam("sort") String sort, @BeanParam PageQuery page,
            @BeanParam LanguageQuery language, @Context UriInfo uri) {
        DescriptionFilter filter = new DescriptionFilter(DescriptionKind.IODD, Params.longOrNull("vendor_id", vendorId),
                Params.longOrNull("device_id", deviceId), text);
        return Responses.inLanguage(Responses.page(service.list(filter, sort, page.toRequest(settings.maxPageSize()),
                language), uri), null);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Delete an IODD; devices bound to it are bound anew")
    public Message delete(long id) {
        service.delete(id);
        return new Message("Deleted.");
    }
}
