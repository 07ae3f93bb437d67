package io.greenstack.api.iodd;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.description.FileSummary;
import io.greenstack.api.description.StoredFile;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Downloads;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;
import io.greenstack.descriptions.iodd.reader.XmlText;

/** The original files of a description. */
@Path("/api/iodd")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "IODD", description = "IO-Link device descriptions")
public class IoddFileResource {

    private final IoddService service;

    @Inject
    public IoddFileResource(IoddService service) {
        this.service = service;
    }

    @GET
    @Path("/{id}/xml")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The main file as text")
    public RestResponse<XmlDocument> xml(long id, @Context Request request) {
        return Responses.cacheable(request, service.entry(id).checksum(), () -> {
            StoredFile file = service.xml(id);
            return new XmlDocument(file.summary().name(), XmlText.decode(file.content()));
        });
    }

    @GET
    @Path("/{id}/xml")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "The main file, octet for octet")
    public RestResponse<byte[]> xmlFile(long id, @Context Request request) {
        StoredFile file = service.xml(id);
        return Downloads.file(request, file.summary().name(), MediaType.APPLICATION_XML, file.summary().sha256(),
                file::content);
    }

    @GET
    @Path("/{id}/export")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The original files", description = "format = zip (default): all files under their names; xml: the main file.")
    public Response export(long id, @QueryParam("format") String format, @Context Request request) {
        if (format != null && !format.isBlank() && !format.equals("zip") && !format.equals("xml")) {
            throw ApiException.invalidParameter("format", "zip or xml is needed");
        }
        return "xml".equals(format) ? xmlFile(id, request).toResponse() : zip(id, request);
    }

    private Response zip(long id, Request request) {
        IoddEntry entry = service.entry(id);
        List<FileSummary> files = service.files(id);
        EntityTag tag = new EntityTag(entry.checksum() + "-zip", true);
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        if (known != null) {
            return known.tag(tag).build();
        }
        StreamingOutput content = out -> service.writeZip(files, out);
        return Response.ok(content, "application/zip").tag(tag)
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
        return Responses.cacheable(request, service.entry(id).checksum(), () -> service.assets(id));
    }

    @GET
    @Path("/{id}/assets/{assetId}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "An original file")
    public RestResponse<byte[]> asset(long id, long assetId, @Context Request request) {
        return download(service.assetSummary(id, assetId), request);
    }

    @GET
    @Path("/{id}/thumbnail")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The picture that stands for the device")
    public RestResponse<byte[]> thumbnail(long id, @Context Request request) {
        return download(service.thumbnail(id), request);
    }

    private RestResponse<byte[]> download(FileSummary file, Request request) {
        return Downloads.file(request, file.name(), file.mediaType(), file.sha256(),
                () -> service.asset(file.descriptionId(), file.id()).content());
    }
}
