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

/** Uploads to the IODD catalog; EDS files that come along go to theirs. */
@Path("/api/iodd")
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Import", description = "Taking device descriptions into the catalog")
public class IoddUploadResource {

    private final UploadService service;
    private final SecurityIdentity caller;

    @Inject
    public IoddUploadResource(UploadService service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Path("/upload")
    @Operation(summary = "Import IODDs", description = "Form field 'file', once or several times: the XML file, its language "
            + "files and images, or the vendor's ZIP. All of it is stored or nothing; 201 = something new, 200 = all of it was "
            + "known.")
    public RestResponse<IoddUploadResult> upload(@RestForm("file") List<FileUpload> file) {
        UploadService.Uploaded<IoddUploadResult> uploaded = service.iodd(UploadForms.read(file),
                caller.getPrincipal().getName());
        Long id = uploaded.result().id();
        return Responses.imported(uploaded.created(), uploaded.result(), id == null ? null : "/api/iodd/" + id);
    }
}
