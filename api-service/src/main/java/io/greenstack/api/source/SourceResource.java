package io.greenstack.api.source;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Params;
import io.greenstack.api.security.Roles;
import io.greenstack.descriptions.Sparse;
import io.quarkus.security.identity.SecurityIdentity;

/** The library of descriptions outside. */
@Path("/api/iodd-source")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Description source", description = "A library outside, from which missing descriptions are fetched")
class SourceResource {

    private static final int MOST_FETCHED = 500;

    private final SourceService service;
    private final SecurityIdentity caller;

    SourceResource(SourceService service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    /**
     * Whether and where there is a library.
     *
     * @param enabled whether one is set
     * @param automatic whether missing descriptions are fetched by themselves
     * @param address its address
     */
    @Schema(name = "SourceStatus")
    record SourceStatus(boolean enabled, boolean automatic, String address) implements Sparse {}

    /**
     * A description to fetch.
     *
     * @param vendorId IO-Link vendor id
     * @param deviceId IO-Link device id
     * @param ioddId which of several; absent: the one that fits best
     */
    @Schema(name = "FetchRequest")
    record FetchRequest(@NotNull @Min(1) @Max(65_535) Long vendorId, @NotNull @Min(1) @Max(16_777_215) Long deviceId,
            @Min(0) Long ioddId) {}

    /** How many may be tried again. */
    @Schema(name = "ForgottenFetches")
    record Forgotten(int forgotten) {}

    @GET
    @Operation(summary = "Whether there is a library")
    public SourceStatus status() {
        return new SourceStatus(service.on(), service.automatic(), service.address());
    }

    @GET
    @Path("/drivers")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Search the library", description = "By vendor, product (parts of the names), vendor_id and device_id.")
    @Answers(problems = {"409 source-off", "502 source-away", "502 source-answer", "502 source-status",
            "502 source-redirect", "503 source-busy"})
    public RestResponse<List<SourceDriver>> search(@QueryParam("vendor") String vendor,
            @QueryParam("product") String product, @QueryParam("vendor_id") String vendorId,
            @QueryParam("device_id") @Parameter(description = "IO-Link device id", example = "733") String deviceId,
            @BeanParam PageQuery page) {
        PageRequest wanted = page.toRequest();
        DescriptionLibrary.Found found = service.search(new SourceSearch(Params.longOrNull("vendor_id", vendorId),
                Params.longOrNull("device_id", deviceId), blank(vendor), blank(product), wanted.page() - 1,
                wanted.size()));
        return page.answer(new Page<>(found.drivers(), found.total(), wanted));
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @POST
    @Path("/fetch")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Fetch a description", description = "It is stored as an upload is, with all its limits; devices that wait for it "
            + "are bound.")
    @Answers(problems = {"404 not-found", "409 source-off", "422 too-large", "502 source-away", "502 source-answer",
            "502 source-status", "502 source-redirect", "503 source-busy"})
    public List<ImportedFile> fetch(@NotNull @Valid FetchRequest request) {
        return service.fetch(request.vendorId(), request.deviceId(), request.ioddId(), caller.getPrincipal().getName());
    }

    @GET
    @Path("/missing")
    @Operation(summary = "Descriptions that devices wait for, and what was tried to get them")
    public RestResponse<List<MissingFetch>> missing(@BeanParam PageQuery page) {
        return page.answer(service.missing(page.toRequest()));
    }

    @DELETE
    @Path("/missing")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Forget what was tried without success, so that it is tried again at once")
    public Forgotten forget() {
        return new Forgotten(service.forget());
    }

    @GET
    @Path("/fetched")
    @Operation(summary = "Where descriptions came from that were fetched", description = "The newest 500; with description_id, that one.")
    public List<FetchedDescription> fetched(@QueryParam("description_id") String descriptionId) {
        return service.fetched(Params.longOrNull("description_id", descriptionId), MOST_FETCHED);
    }
}
