package io.greenstack.api.description;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.cache.KeptWhole;
import io.greenstack.api.description.DecodeService.DecodeRequest;
import io.greenstack.api.description.DecodeService.DecodedView;
import io.greenstack.api.description.DecodeService.EncodeRequest;
import io.greenstack.api.description.ReleaseService.ReleaseView;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;
import io.greenstack.descriptions.Sparse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What IODD and EDS descriptions have in common. */
@Path("/api/descriptions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Descriptions", description = "Device descriptions of either kind, and what is compiled from them")
class DescriptionResource {

    private final DescriptionService service;
    private final DescriptionRemoval removal;
    private final DecodeService decoder;
    private final ReleaseService releases;
    private final Kinds kinds;

    DescriptionResource(DescriptionService service, DescriptionRemoval removal, DecodeService decoder,
            ReleaseService releases, Kinds kinds) {
        this.service = service;
        this.removal = removal;
        this.decoder = decoder;
        this.releases = releases;
        this.kinds = kinds;
    }

    @GET
    @KeptWhole
    @Operation(summary = "List descriptions")
    public RestResponse<List<DescriptionSummary>> list(@QueryParam("q") String text, @QueryParam("kind") String kind,
            @QueryParam("vendor_id") String vendorId, @QueryParam("device_id") String deviceId,
            @QueryParam("sort") String sort, @BeanParam PageQuery page) {
        DescriptionFilter filter = new DescriptionFilter(kinds.constant(kind),
                Params.longOrNull("vendor_id", vendorId), Params.longOrNull("device_id", deviceId), text);
        return page.answer(service.list(filter, sort, page.toRequest()));
    }

    @GET
    @KeptWhole
    @Path("/{id}")
    @Operation(summary = "A description")
    public RestResponse<DescriptionSummary> get(long id, @Context Request request) {
        DescriptionSummary summary = service.summary(id, null);
        return Responses.cacheable(request, service.tag(summary), () -> summary);
    }

    @GET
    @Path("/{id}/process-data-layout")
    @Operation(summary = "The compiled process data that devices are decoded with")
    @APIResponseSchema(LayoutView.class)
    public RestResponse<String> layout(long id, @Context Request request) {
        DescriptionSummary summary = service.summary(id, null);
        return Responses.cacheable(request, service.tag(summary), () -> service.layoutJson(id));
    }

    @GET
    @Path("/{id}/findings")
    @Operation(summary = "What the reader found questionable in the file")
    @APIResponseSchema(FindingView[].class)
    public RestResponse<String> findings(long id, @Context Request request) {
        DescriptionSummary summary = service.summary(id, null);
        return Responses.cacheable(request, service.tag(summary), () -> service.findings(id, null));
    }

    @GET
    @Path("/{id}/releases")
    @Tag(name = "Releases", description = "Releases and revisions of a device's description, and the devices that use them")
    @Operation(summary = "All releases for the device of a description", description = "Newest first, with variants.")
    public List<ReleaseView> releases(long id) {
        return releases.of(id, null);
    }

    @POST
    @Path("/{id}/decode")
    @Operation(summary = "Decode process data", description = "Give the octets as hex, bytes or base64.")
    @APIResponseSchema(DecodedView.class)
    public RestResponse<String> decode(long id, @NotNull @Valid DecodeRequest body) {
        return RestResponse.ok(decoder.decode(id, body));
    }

    @POST
    @Path("/{id}/encode")
    @Operation(summary = "Encode process data", description = "Values by field key become octets; the answer shows what they mean.")
    @APIResponseSchema(DecodedView.class)
    public RestResponse<String> encode(long id, @NotNull @Valid EncodeRequest body) {
        return RestResponse.ok(decoder.encode(id, body));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Delete a description; devices bound to it are bound anew")
    public void delete(long id) {
        removal.delete(id, null);
    }

    /**
     * Something questionable in a description file.
     *
     * @param severity {@code error} (part of the file could not be used), {@code warning} or {@code info}
     * @param code stable kebab-case reason
     * @param line line in the main file, absent if none can be named
     * @param path where in the file, absent if it has no such name
     * @param message text for a person
     */
    @RegisterForReflection
    public record FindingView(String severity, String code, Integer line, String path,
            String message) implements Sparse {}
}
