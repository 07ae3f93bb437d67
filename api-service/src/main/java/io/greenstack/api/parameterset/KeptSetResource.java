package io.greenstack.api.parameterset;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.export.ParameterSet;
import io.greenstack.api.export.ParameterSetQuery;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.parameterset.KeptSetRepository.KeptSetFilter;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;

/** Parameter sets that are kept. */
@Path("/api/parameter-sets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Parameter sets", description = "Values of all parameters of a device, kept to be compared and restored")
class KeptSetResource {

    private final KeptSetService service;
    private final SecurityIdentity caller;

    KeptSetResource(KeptSetService service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Parameter sets, newest first")
    public RestResponse<List<KeptSetView>> list(@QueryParam("q") String text, @QueryParam("device_id") String deviceId,
            @QueryParam("vendor_id") String vendorId,
            @QueryParam("device_type_id") @Parameter(description = "IO-Link device id or CIP product code") String typeId,
            @BeanParam PageQuery page) {
        return page.answer(service.page(new KeptSetFilter(Params.textOrNull(text), Params.textOrNull(deviceId),
                Params.longOrNull("vendor_id", vendorId), Params.longOrNull("device_type_id", typeId)),
                page.toRequest()));
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Import a parameter set", description = "Takes a file as it was exported as 'set', or a table as 'csv' with the "
            + "columns parameter_id, subindex and value and the description that it is of.")
    @Answers(value = 201, problems = {"404 unknown-description", "409 too-many-parameter-sets", "422 set-too-large"})
    public RestResponse<KeptSetView> take(@NotNull @Valid ImportRequest request) {
        return created(service.take(request, caller.getPrincipal().getName()));
    }

    static RestResponse<KeptSetView> created(KeptSetView kept) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, kept)
                .location(URI.create("/api/parameter-sets/" + kept.id())).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One parameter set, without its values")
    @Answers(problems = "404 unknown-parameter-set")
    public KeptSetView get(@PathParam("id") long id) {
        return service.get(id);
    }

    @GET
    @Path("/{id}/file")
    @Operation(summary = "A parameter set as a file", description = "As JSON, which can be imported again, or as a table in CSV or XLSX. "
            + "Values are raw.")
    @APIResponseSchema(ParameterSet.class)
    @Answers(problems = "404 unknown-parameter-set")
    public Response file(@PathParam("id") long id, @BeanParam ParameterSetQuery query) {
        return query.answer(service.values(id, query.writable()));
    }

    @GET
    @Path("/{id}/comparison")
    @Operation(summary = "Hold a parameter set against something", description = "Against what a device reports, against another set, or "
            + "without either against the defaults of the description.")
    @Answers(problems = {"404 unknown-parameter-set", "409 no-description"})
    public SetComparison compare(@PathParam("id") long id, @QueryParam("device_id") String deviceId,
            @QueryParam("set_id") @Parameter(description = "Parameter set that it is held against") String otherId,
            @QueryParam("differing") @Parameter(description = "true: only values that differ") String differing,
            @BeanParam LanguageQuery language) {
        return service.compare(id, Params.textOrNull(deviceId), Params.longOrNull("set_id", otherId),
                Boolean.TRUE.equals(Params.booleanOrNull("differing", differing)), language);
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Restore a parameter set into a device", description = "The device is wanted to have the values that can be written; "
            + "its twin shows which it took. It has to be of the same type, or of the same vendor with 'other_type'.")
    @Answers(problems = {"404 unknown-parameter-set", "409 no-description", "409 other-type", "422 nothing-to-restore"})
    public SetRestoration restore(@PathParam("id") long id, @NotNull @Valid RestoreRequest request) {
        return service.restore(id, request.deviceId(), Boolean.TRUE.equals(request.otherType()),
                caller.getPrincipal().getName());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Delete a parameter set")
    @Answers(problems = "404 unknown-parameter-set")
    public void delete(@PathParam("id") long id) {
        service.delete(id);
    }

    /**
     * How a set is to be kept.
     *
     * @param name what people call it; absent: the device and that it is as found
     * @param notes what else is to be known
     */
    record SaveRequest(@Size(min = 1, max = 200) String name, @Size(max = 2000) String notes) {}

    /**
     * A set that somebody brings.
     *
     * @param name what people call it
     * @param notes what else is to be known
     * @param set a set as it was exported as JSON
     * @param csv a table as it was exported as CSV
     * @param descriptionId the description that the table is of
     */
    record ImportRequest(@NotBlank @Size(max = 200) String name, @Size(max = 2000) String notes, ParameterSet set,
            @Size(max = 4_000_000) String csv, Long descriptionId) {}

    /**
     * Where a set is to go.
     *
     * @param deviceId device that is to have the values
     * @param otherType whether it may be of another type of the same vendor
     */
    record RestoreRequest(@NotBlank @Size(max = 64) String deviceId, Boolean otherType) {}
}
