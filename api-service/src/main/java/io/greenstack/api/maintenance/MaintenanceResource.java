package io.greenstack.api.maintenance;

import java.net.URI;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.maintenance.OrphanService.Orphans;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;

/** Care of the catalog, for administrators. */
@Path("/api/admin/maintenance")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Maintenance", description = "Care of the catalog: reading all files anew, and what is left over")
class MaintenanceResource {

    private final RereadService rereads;
    private final OrphanService orphans;
    private final SecurityIdentity caller;

    MaintenanceResource(RereadService rereads, OrphanService orphans, SecurityIdentity caller) {
        this.rereads = rereads;
        this.orphans = orphans;
        this.caller = caller;
    }

    /** Which left-overs are to go. */
    record RemovalRequest(@NotEmpty Set<@NotNull OrphanKind> kinds) {}

    @POST
    @Path("/rereads")
    @Operation(summary = "Read all stored files anew by the readers of today", description = "Goes on in the background, on all "
            + "replicas; devices are told of changed layouts. Ask the Location for progress.")
    @Answers(value = 202, problems = "409 job-active")
    public RestResponse<RereadJob> reread() {
        RereadJob job = rereads.start(caller.getPrincipal().getName());
        return RestResponse.ResponseBuilder.<RereadJob>create(RestResponse.Status.ACCEPTED)
                .location(URI.create("/api/admin/maintenance/rereads/" + job.id())).entity(job).build();
    }

    @GET
    @Path("/rereads")
    @Operation(summary = "Jobs that read all files anew, newest first")
    public RestResponse<List<RereadJob>> rereads(@BeanParam PageQuery page) {
        return page.answer(rereads.page(page.toRequest()));
    }

    @GET
    @Path("/rereads/{id}")
    @Operation(summary = "How far a job is")
    public RereadJob progress(long id) {
        return rereads.get(id);
    }

    @GET
    @Path("/orphans")
    @Operation(summary = "What is left over, by kind")
    public List<Orphans> orphans() {
        return orphans.find();
    }

    @POST
    @Path("/orphans/remove")
    @Operation(summary = "Remove what is left over of some kinds", description = "Answers how many there were. Notes about descriptions "
            + "that were deleted are among the kinds; they go only when they are named.")
    public List<Orphans> remove(@NotNull @Valid RemovalRequest request) {
        return orphans.remove(request.kinds());
    }
}
