package io.greenstack.api.eds.packages;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.eds.packages.EdsPackageRepository.EdsPackageEntry;
import io.greenstack.api.eds.packages.EdsPackageService.EdsPackageDetail;
import io.greenstack.api.eds.packages.EdsUploads.EdsPackageResult;
import io.greenstack.api.eds.packages.EdsUploads.EdsUploadResult;
import io.greenstack.api.imports.FolderRequest;
import io.greenstack.api.imports.ImportJobView;
import io.greenstack.api.imports.JobStarter;
import io.greenstack.api.imports.UploadForms;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;

/** EDS files on their way in: uploads, import jobs, and the vendors' ZIPs that they came in. */
@Path("/api/eds")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "EDS", description = "EtherNet/IP device descriptions")
class EdsPackageResource {

    private final EdsUploads uploads;
    private final EdsPackageService service;
    private final JobStarter jobs;
    private final SecurityIdentity caller;

    EdsPackageResource(EdsUploads uploads, EdsPackageService service, JobStarter jobs, SecurityIdentity caller) {
        this.uploads = uploads;
        this.service = service;
        this.jobs = jobs;
        this.caller = caller;
    }

    @POST
    @Path("/upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.OPERATOR)
    @Tag(name = "Import")
    @Operation(summary = "Import EDS files", description = "Form field 'file', once or several times: .eds files, or a ZIP "
            + "with some. All of it is stored or nothing; 201 = something new, 200 = all of it was known.")
    @Answers(value = {200, 201}, problems = "400 file-missing")
    public RestResponse<EdsUploadResult> upload(@RestForm("file") List<FileUpload> file) {
        EdsUploadResult result = uploads.files(UploadForms.read(file), caller.getPrincipal().getName());
        return Responses.imported(result.results().stream().anyMatch(ImportedFile::created), result,
                result.edsId() == null ? null : "/api/eds/" + result.edsId());
    }

    @POST
    @Path("/upload-package")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.OPERATOR)
    @Tag(name = "Import")
    @Operation(summary = "Import a vendor's ZIP with EDS files", description = "Form field 'file'. The same ZIP again is the "
            + "same package. All of it is stored or nothing; 201 = something new, 200 = all of it was known.")
    @Answers(value = {200, 201}, problems = {"400 file-missing", "400 not-zip", "400 zip-empty"})
    public RestResponse<EdsPackageResult> uploadPackage(@RestForm("file") FileUpload file) {
        EdsPackageResult result = uploads.archive(UploadForms.read(file), caller.getPrincipal().getName());
        return Responses.imported(result.results().stream().anyMatch(ImportedFile::created), result,
                "/api/eds/packages/" + result.packageId());
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.OPERATOR)
    @Tag(name = "Import")
    @Operation(summary = "Start an import job for files", description = JobStarter.UPLOAD)
    @Answers(value = 202, problems = {"400 file-missing", "429 import-queue-full"})
    public RestResponse<ImportJobView> startUpload(@RestForm("file") List<FileUpload> file) {
        return jobs.upload(file);
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Tag(name = "Import")
    @Operation(summary = "Start an import job for a folder", description = JobStarter.FOLDER)
    @Answers(value = 202, problems = {"403 folder-import-off", "403 folder-forbidden", "404 folder-not-found",
            "429 import-queue-full"})
    public RestResponse<ImportJobView> startFolder(@NotNull @Valid FolderRequest request) {
        return jobs.folder(request);
    }

    @GET
    @Path("/packages")
    @Operation(summary = "List packages", description = "Newest first.")
    public RestResponse<List<EdsPackageEntry>> list(@BeanParam PageQuery page) {
        return page.answer(service.list(page.toRequest()));
    }

    @GET
    @Path("/packages/{id}")
    @Operation(summary = "A package with its readme, variants and versions")
    public EdsPackageDetail get(long id) {
        return service.get(id);
    }
}
