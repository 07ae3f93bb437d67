package io.greenstack.api.mapping;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.mapping.MappingTrial.TrialRequest;
import io.greenstack.api.mapping.MappingTrial.TrialResult;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.security.Roles;
import io.greenstack.mappings.ReadyMappings;
import io.quarkus.security.identity.SecurityIdentity;

/** Mappings. */
@Path("/api/mappings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Mappings", description = "Rules that make telemetry of whatever somebody publishes as JSON")
class MappingResource {

    private final MappingService service;
    private final MappingTrials trials;
    private final SecurityIdentity caller;

    MappingResource(MappingService service, MappingTrials trials, SecurityIdentity caller) {
        this.service = service;
        this.trials = trials;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Mappings, in the order of their names")
    public RestResponse<List<MappingView>> list(@QueryParam("enabled") String enabled, @BeanParam PageQuery page) {
        return page.answer(service.page(Params.booleanOrNull("enabled", enabled), page.toRequest()));
    }

    @GET
    @Path("/ready")
    @Operation(summary = "Mappings that ship with the suite", description = "Post one to /api/mappings to have it, as it is or changed.")
    public List<ReadyMappingView> ready() {
        return ReadyMappings.all().stream().map(ReadyMappingView::of).toList();
    }

    @POST
    @Path("/try")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Try a mapping on a message", description = "Nothing is stored or published. What is wrong is in 'errors', "
            + "with the place in the expression, and the status is 200 all the same.")
    @Answers(problems = "503 stopping")
    public TrialResult trial(@NotNull @Valid TrialRequest request) {
        return trials.run(request);
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Make a mapping", description = "The bridges apply it within seconds.")
    @Answers(value = 201, problems = {"400 invalid-mapping", "409 mapping-exists", "409 too-many-mappings"})
    public RestResponse<MappingView> create(@NotNull @Valid MappingRequest mapping) {
        MappingView made = service.create(mapping, caller.getPrincipal().getName());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .location(URI.create("/api/mappings/" + made.id())).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One mapping")
    @Answers(problems = "404 unknown-mapping")
    public MappingView get(@PathParam("id") long id) {
        return service.get(id);
    }

    @GET
    @Path("/{id}/versions")
    @Operation(summary = "How a mapping was before, newest first", description = "The newest 50, the present one with them.")
    @Answers(problems = "404 unknown-mapping")
    public List<MappingView> versions(@PathParam("id") long id) {
        return service.versions(id);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Replace a mapping", description = "With version, only when it still has that one.")
    @Answers(problems = {"400 invalid-mapping", "404 unknown-mapping", "409 mapping-exists", "409 mapping-changed"})
    public MappingView replace(@PathParam("id") long id, @QueryParam("version") String version,
            @NotNull @Valid MappingRequest mapping) {
        return service.replace(id, mapping, Params.longOrNull("version", version), caller.getPrincipal().getName());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Delete a mapping", description = "Its messages are not taken any more within seconds.")
    @Answers(problems = "404 unknown-mapping")
    public void delete(@PathParam("id") long id) {
        service.delete(id);
    }
}
