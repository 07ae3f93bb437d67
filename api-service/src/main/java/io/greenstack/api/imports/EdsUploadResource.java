package io.greenstack.api.imports;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;

/** Uploads to the EDS catalog; IODDs that come along go to theirs. */
@Path("/api/eds")
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Import", description = "Taking device descriptions into the catalog")
public class EdsUploadResource {

    private final UploadService service;
    private final SecurityIdentity caller;

    @Inject
    public EdsUploadResource(UploadService service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Path("/upload")
    @Operation(summary = "Import EDS files", description = "Form field 'file', once or several times: .eds files, or a ZIP "
            + "with some. All of it is stored or nothing; 201 = something new, 200 = all of it was known.")
    public RestResponse<EdsUploadResult> upload(@RestForm("file") List<FileUpload> file) {
        UploadService.Uploaded<EdsUploadResult> uploaded = service.eds(UploadForms.read(file),
                caller.getPrincipal().getName());
        Long id = uploaded.result().edsId();
        return Responses.imported(uploaded.created(), uploaded.result(), id == null ? null : "/api/eds/" + id);
    }

    @POST
    @Path("/upload-package")
    @Operation(summary = "Import a vendor's ZIP with EDS files", description = "Form field 'file'. The same ZIP again is the "
            + "same package. All of it is stored or nothing; 201 = something new, 200 = all of it was known.")
    public RestResponse<EdsPackageResult> uploadPackage(@RestForm("file") FileUpload file) {
        UploadService.Uploaded<EdsPackageResult> uploaded = service.edsPackage(UploadForms.read(file),
                caller.getPrincipal().getName());
        return Responses.imported(uploaded.created(), uploaded.result(),
                "/api/eds/packages/" + uploaded.result().packageId());
    }
}
