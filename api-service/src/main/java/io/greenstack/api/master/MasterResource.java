package io.greenstack.api.master;

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

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.Needs;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;

/** IO-Link masters that the suite reads and writes by itself. */
@Path("/api/masters")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Masters", description = "IO-Link masters, their ports and what hangs on them")
class MasterResource {

    private final MasterService service;
    private final MasterTrial trial;
    private final SecurityIdentity caller;

    MasterResource(MasterService service, MasterTrial trial, SecurityIdentity caller) {
        this.service = service;
        this.trial = trial;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Masters, in the order of their names")
    public RestResponse<List<MasterView>> list(@BeanParam PageQuery page) {
        return page.answer(service.page(page.toRequest()));
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Add a master", description = "From then on a bridge reads it; what hangs on its ports registers by itself. "
            + "The password is never told again.")
    @Answers(value = 201, problems = {"409 master-exists", "409 too-many-masters", "409 no-masters-key"})
    public RestResponse<MasterView> create(@NotNull @Valid MasterRequest master) {
        MasterView made = service.create(master, caller.getPrincipal().getName());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .location(URI.create("/api/masters/" + made.id())).build();
    }

    @POST
    @Path("/test")
    @RolesAllowed(Roles.OPERATOR)
    @Needs(Needs.Part.REDIS)
    @Operation(summary = "Try to reach a master that is not stored", description = "A bridge connects and answers what there is. It "
            + "takes some seconds where nothing answers.")
    @Answers(problems = {"409 no-masters-key", "503 no-bridge"})
    public MasterTrialView tryNew(@NotNull @Valid MasterRequest master) {
        return trial.run(service.checked(master, null).config());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One master")
    @Answers(problems = "404 unknown-master")
    public MasterView get(@PathParam("id") String id) {
        return service.get(id);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Change a master", description = "Without a password the one that is stored stays, unless the address changes.")
    @Answers(problems = {"404 unknown-master", "409 no-masters-key"})
    public MasterView replace(@PathParam("id") String id, @NotNull @Valid MasterRequest master) {
        return service.replace(id, master, caller.getPrincipal().getName());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Delete a master", description = "Its devices stay registered; nobody reads them any more.")
    @Answers(problems = "404 unknown-master")
    public void delete(@PathParam("id") String id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/test")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Try to reach a master")
    @Answers(problems = {"404 unknown-master", "503 no-bridge"})
    public MasterTrialView tryAgain(@PathParam("id") String id) {
        return trial.run(service.toTry(id));
    }

    @GET
    @Path("/{id}/ports")
    @Operation(summary = "The ports of a master, with what hangs on them")
    @Answers(problems = "404 unknown-master")
    public List<MasterPortView> ports(@PathParam("id") String id) {
        return service.ports(id);
    }

    @GET
    @Path("/{id}/ports/{port}/changes")
    @Operation(summary = "What hung on a port before, newest first")
    @Answers(problems = "404 unknown-master")
    public RestResponse<List<PortChangeView>> changes(@PathParam("id") String id, @PathParam("port") int port,
            @BeanParam PageQuery page) {
        return page.answer(service.changes(id, port, page.toRequest()));
    }
}
