package io.greenstack.api.imports;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

import io.greenstack.api.security.Roles;

/** Import jobs, started at the address of the EDS catalog; the same as {@code POST /api/imports}. */
@Path("/api/eds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Import", description = "Taking device descriptions into the catalog")
public class EdsImportResource {

    private final JobStarter jobs;

    @Inject
    public EdsImportResource(JobStarter jobs) {
        this.jobs = jobs;
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Start an import job for files", description = JobStarter.UPLOAD)
    public RestResponse<ImportJobView> upload(@RestForm("file") List<FileUpload> file) {
        return jobs.upload(file);
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Start an import job for a folder", description = JobStarter.FOLDER)
    public RestResponse<ImportJobView> folder(@NotNull @Valid FolderRequest request) {
        return jobs.folder(request);
    }
}
