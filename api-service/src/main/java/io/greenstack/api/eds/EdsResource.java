package io.greenstack.api.eds;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.cache.KeptWhole;
import io.greenstack.api.description.CatalogReset;
import io.greenstack.api.description.CatalogReset.BulkDeletion;
import io.greenstack.api.description.DescriptionFilter;
import io.greenstack.api.description.ReleaseService;
import io.greenstack.api.description.ReleaseService.ReleaseView;
import io.greenstack.api.description.StoredFile;
import io.greenstack.api.eds.EdsService.EdsGroupRow;
import io.greenstack.api.eds.EdsService.EdsRevisionView;
import io.greenstack.api.platform.Downloads;
import io.greenstack.api.platform.FileContent;
import io.greenstack.api.platform.HeldFiles;
import io.greenstack.api.platform.Message;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;
import io.greenstack.descriptions.eds.EdsFormat;
import io.greenstack.descriptions.eds.compare.EdsComparer.EdsComparison;

/** The catalog of EDS files: lists, groups, what a file says, releases, comparison, deletion. */
@Path("/api/eds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "EDS", description = "EtherNet/IP device descriptions")
class EdsResource {

    private final EdsService service;
    private final ReleaseService releases;
    private final CatalogReset removal;
    private final HeldFiles held;

    EdsResource(EdsService service, ReleaseService releases, CatalogReset removal, HeldFiles held) {
        this.service = service;
        this.releases = releases;
        this.removal = removal;
        this.held = held;
    }

    @GET
    @KeptWhole
    @Operation(summary = "List EDS files")
    public RestResponse<List<EdsRow>> list(@QueryParam("q") String text, @QueryParam("vendor_code") String vendorCode,
            @QueryParam("product_code") String productCode, @QueryParam("sort") String sort,
            @BeanParam PageQuery page) {
        DescriptionFilter filter = new DescriptionFilter(EdsFormat.KIND,
                Params.longOrNull("vendor_code", vendorCode), Params.longOrNull("product_code", productCode), text);
        return page.answer(service.list(filter, sort, page.toRequest()));
    }

    @GET
    @KeptWhole
    @Path("/{id}")
    @Operation(summary = "An EDS with everything that is understood of it")
    @APIResponseSchema(EdsService.WholeDetail.class)
    public RestResponse<String> detail(long id, @Context Request request) {
        return Responses.cacheable(request, service.tag(id), () -> service.detail(id));
    }

    @GET
    @Path("/{id}/file")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The file, octet for octet")
    public RestResponse<FileContent> file(long id, @Context Request request) {
        StoredFile file = service.file(id);
        return Downloads.file(request, file.summary().name(), MediaType.TEXT_PLAIN, file.summary().sha256(),
                held.file(file.summary().byteSize(), file::content));
    }

    @GET
    @KeptWhole
    @Path("/grouped/by-device")
    @Operation(summary = "The newest revision of each device")
    public RestResponse<List<EdsGroupRow>> byDevice(@BeanParam PageQuery page) {
        return page.answer(service.grouped(EdsGrouping.DEVICE, page.toRequest()));
    }

    @GET
    @KeptWhole
    @Path("/grouped/by-variant")
    @Operation(summary = "The newest file of each device, revision and number of assemblies")
    public RestResponse<List<EdsGroupRow>> byVariant(@BeanParam PageQuery page) {
        return page.answer(service.grouped(EdsGrouping.VARIANT, page.toRequest()));
    }

    @GET
    @Path("/compare")
    @Operation(summary = "Compare EDS files or revisions of one", description = "ids: 2 to 8 catalog ids, separated by "
            + "commas; each is compared with the one before it.")
    public EdsComparisons compare(@QueryParam("ids") List<String> ids) {
        return new EdsComparisons(service.compare(Params.idsToCompare(ids)));
    }

    @GET
    @Path("/{id}/export-zip")
    @Produces("application/zip")
    @Operation(summary = "The file, its icon and metadata.json as a ZIP")
    public RestResponse<FileContent> zip(long id, @Context Request request) {
        return Downloads.file(request, "eds-" + id + ".zip", "application/zip", service.tag(id),
                held.file(2 * service.file(id).summary().byteSize(), () -> service.zip(id)));
    }

    @GET
    @Path("/{id}/releases")
    @Tag(name = "Releases")
    @Operation(summary = "All releases for the device of an EDS file", description = "Newest first, with variants.")
    public List<ReleaseView> releases(long id) {
        return releases.of(id, EdsFormat.KIND);
    }

    @GET
    @Path("/device/{vendor_code}/{product_code}/revisions")
    @Tag(name = "Releases")
    @Operation(summary = "Revisions of an EtherNet/IP device", description = "Newest first, with variants.")
    public List<EdsRevisionView> revisions(@RestPath("vendor_code") long vendorCode,
            @RestPath("product_code") long productCode) {
        return service.revisions(vendorCode, productCode);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Tag(name = "Deletion")
    @Operation(summary = "Delete an EDS file")
    public Message delete(long id) {
        removal.delete(id, EdsFormat.KIND);
        return new Message("Deleted.");
    }

    /** Catalog ids. */
    public record Ids(@NotNull @Size(min = 1, max = CatalogReset.MAX_IDS) List<@NotNull Long> edsIds) {}

    @POST
    @Path("/bulk-delete")
    @RolesAllowed(Roles.ADMIN)
    @Tag(name = "Deletion")
    @Operation(summary = "Delete some EDS files", description = "eds_ids are catalog ids, up to 1000; all in one transaction.")
    public BulkDeletion deleteSome(@NotNull @Valid Ids ids) {
        return removal.delete(ids.edsIds(), EdsFormat.KIND);
    }

    @DELETE
    @Path("/reset")
    @RolesAllowed(Roles.ADMIN)
    @Tag(name = "Deletion")
    @Operation(summary = "Delete all EDS files", description = "confirm=eds says that this is meant. Goes in steps: after an "
            + "error, ask again for the rest.")
    public BulkDeletion reset(@QueryParam("confirm") String confirm) {
        return removal.reset(confirm, EdsFormat.KIND);
    }

    /**
     * EDS files compared in a row.
     *
     * @param comparisons each file with the one before it
     */
    record EdsComparisons(List<EdsComparison> comparisons) {}
}
