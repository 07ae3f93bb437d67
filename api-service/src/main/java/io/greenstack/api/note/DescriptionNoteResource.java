package io.greenstack.api.note;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.note.NoteResource.NoteRequest;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;

/** Notes of one description. */
@Path("/api/descriptions/{id}/notes")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Notes")
class DescriptionNoteResource {

    private final NoteService service;
    private final DescriptionService descriptions;
    private final SecurityIdentity caller;

    DescriptionNoteResource(NoteService service, DescriptionService descriptions, SecurityIdentity caller) {
        this.service = service;
        this.descriptions = descriptions;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Notes of a description, newest first")
    public RestResponse<List<NoteView>> list(long id, @BeanParam PageQuery page) {
        descriptions.summary(id, null);
        return page.answer(service.list(new NoteFilter(id, null, null, null, null, null), page.toRequest()));
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Write a note about a description")
    @Answers(value = 201, problems = "409 too-many-notes")
    public RestResponse<NoteView> create(long id, @NotNull @Valid NoteRequest request) {
        return NoteResource.created(service.create(id, request, caller.getPrincipal().getName()));
    }
}
