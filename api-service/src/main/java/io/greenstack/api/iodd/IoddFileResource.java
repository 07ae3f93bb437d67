package io.greenstack.api.iodd;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.FileSummary;
import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.description.StoredFile;
import io.greenstack.api.imports.FolderRequest;
import io.greenstack.api.imports.ImportJobView;
import io.greenstack.api.imports.JobStarter;
import io.greenstack.api.imports.UploadForms;
import io.greenstack.api.imports.UploadService;
import io.greenstack.api.iodd.IoddService.IoddAsset;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Downloads;
import io.greenstack.api.platform.FileContent;
import io.greenstack.api.platform.HeldFiles;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;
import io.greenstack.descriptions.Sparse;
import io.greenstack.descriptions.iodd.IoddFormat;
import io.greenstack.descriptions.iodd.reader.XmlText;
import io.quarkus.security.identity.SecurityIdentity;

/** Files of IODDs: uploads, import jobs, and the originals that the catalog keeps. */
@Path("/api/iodd")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "IODD", description = "IO-Link device descriptions")
class IoddFileResource {

    private final IoddService service;
    private final UploadService uploads;
    private final JobStarter jobs;
    private final HeldFiles held;
    private final SecurityIdentity caller;

    IoddFileResource(IoddService service, UploadService uploads, JobStarter jobs, HeldFiles held,
            SecurityIdentity caller) {
        this.service = service;
        this.uploads = uploads;
        this.jobs = jobs;
        this.held = held;
        this.caller = caller;
    }

    @POST
    @Path("/upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.OPERATOR)
    @Tag(name = "Import")
    @Operation(summary = "Import IODDs", description = "Form field 'file', once or several times: the XML file, its language "
            + "files and images, or the vendor's ZIP. All of it is stored or nothing; 201 = something new, 200 = all of it was "
            + "known.")
    @Answers(value = {200, 201}, problems = "400 file-missing")
    public RestResponse<IoddUploadResult> upload(@RestForm("file") List<FileUpload> file) {
        List<ImportedFile> results = uploads.store(UploadForms.read(file), IoddFormat.KIND,
                caller.getPrincipal().getName());
        IoddUploadResult result = service.uploaded(results);
        return Responses.imported(results.stream().anyMatch(ImportedFile::created), result,
                result.id() == null ? null : "/api/iodd/" + result.id());
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
    @Path("/{id}/xml")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The main file as text")
    public RestResponse<XmlDocument> xml(long id, @Context Request request) {
        return Responses.cacheable(request, service.tag(id), () -> {
            StoredFile file = service.xml(id);
            return new XmlDocument(file.summary().name(), XmlText.decode(file.content()));
        });
    }

    @GET
    @Path("/{id}/xml")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "The main file, octet for octet")
    public RestResponse<FileContent> xmlFile(long id, @Context Request request) {
        StoredFile file = service.xml(id);
        return Downloads.file(request, file.summary().name(), MediaType.APPLICATION_XML, file.summary().sha256(),
                held.file(file.summary().byteSize(), file::content));
    }

    @GET
    @Path("/{id}/export")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The original files", description = "format = zip (default): all files under their names; xml: the main file.")
    @Answers(types = {"application/zip", "application/xml"})
    public Response export(long id, @QueryParam("format") String format, @Context Request request) {
        if (format != null && !format.isBlank() && !format.equals("zip") && !format.equals("xml")) {
            throw ApiException.invalidParameter("format", "zip or xml is needed");
        }
        return "xml".equals(format) ? xmlFile(id, request).toResponse() : zip(id, request);
    }

    private Response zip(long id, Request request) {
        IoddEntry entry = service.entry(id);
        List<FileSummary> files = service.files(id);
        EntityTag tag = new EntityTag(entry.checksum() + "-zip");
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        if (known != null) {
            return known.tag(tag).build();
        }
        long octets = files.stream().mapToLong(FileSummary::byteSize).sum();
        return Response.ok(new FileContent(held.file(octets, () -> service.zip(files)).get()), "application/zip")
                .tag(tag)
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.attachment(zipName(entry))).build();
    }

    /** Product and version; characters that no file system takes become underscores. */
    private static String zipName(IoddEntry entry) {
        String version = entry.documentVersion() == null ? "" : "-" + entry.documentVersion();
        return (entry.productName() + version).strip().replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "_") + ".zip";
    }

    @GET
    @Path("/{id}/assets")
    @Operation(summary = "Original files of the package")
    public RestResponse<List<IoddAsset>> assets(long id, @Context Request request) {
        return Responses.cacheable(request, service.tag(id), () -> service.assets(id));
    }

    @GET
    @Path("/{id}/assets/{asset_id}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "An original file")
    @APIResponseSchema(FileContent.class)
    public Response asset(long id, @RestPath("asset_id") long assetId, @Context Request request) {
        return download(service.assetSummary(id, assetId), request);
    }

    @GET
    @Path("/{id}/thumbnail")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The picture that stands for the device")
    @APIResponseSchema(FileContent.class)
    @Answers(types = "image/*")
    public Response thumbnail(long id, @Context Request request) {
        return download(service.thumbnail(id), request);
    }

    private Response download(FileSummary file, Request request) {
        return Downloads.file(request, file.name(), file.mediaType(), file.sha256(),
                held.file(file.byteSize(), () -> service.asset(file.descriptionId(), file.id()).content()))
                .toResponse();
    }

    /**
     * What became of an upload. For one IODD its members stand at the top, for several in {@code devices}.
     *
     * @param id catalog id of the only IODD
     * @param productName product of the only IODD
     * @param vendor vendor of the only IODD
     * @param parametersCount parameters of the only IODD
     * @param devices all IODDs, if there are several
     * @param totalCount number of IODDs, if there are several
     * @param message one sentence for a person
     * @param results one entry for each file of the upload that was looked at, EDS files too
     */
    record IoddUploadResult(@JsonProperty("device_id") Long id, String productName, String vendor,
            Integer parametersCount, List<UploadedDevice> devices, Integer totalCount, String message,
            List<ImportedFile> results) implements Sparse {

        /** A stored IODD. */
        public record UploadedDevice(@JsonProperty("device_id") long id, String productName, String vendor,
                int parametersCount) implements Sparse {}

        static IoddUploadResult of(List<DescriptionSummary> iodds, List<ImportedFile> results) {
            String message = UploadService.message(results);
            if (iodds.size() == 1) {
                DescriptionSummary only = iodds.get(0);
                return new IoddUploadResult(only.id(), only.productName(), only.vendorName(), only.parameterCount(),
                        null,
                        null, message, results);
            }
            List<UploadedDevice> devices = iodds.stream().map(iodd -> new UploadedDevice(iodd.id(), iodd.productName(),
                    iodd.vendorName(), iodd.parameterCount())).toList();
            return new IoddUploadResult(null, null, null, null, devices, devices.size(), message, results);
        }
    }

    /**
     * The main file as text.
     *
     * @param fileName its name
     * @param xmlContent its text; the octets are at the same path as {@code application/xml}
     */
    record XmlDocument(String fileName, String xmlContent) {}
}
