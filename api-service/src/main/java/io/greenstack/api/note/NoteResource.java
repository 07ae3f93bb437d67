package io.greenstack.api.note;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.greenstack.api.description.Kinds;
import io.greenstack.api.imports.UploadForms;
import io.greenstack.api.note.NoteDetail.NoteAttachment;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Downloads;
import io.greenstack.api.platform.FileContent;
import io.greenstack.api.platform.HeldFiles;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Uploads;
import io.greenstack.api.security.Roles;
import io.greenstack.api.table.TableQuery;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.quarkus.security.identity.SecurityIdentity;

/** Notes of all descriptions. */
@Path("/api/notes")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Notes", description = "What engineers note about descriptions: status, comments, attachments")
class NoteResource {

    private final NoteService service;
    private final Kinds kinds;
    private final SecurityIdentity caller;
    private final HeldFiles held;

    NoteResource(NoteService service, Kinds kinds, SecurityIdentity caller, HeldFiles held) {
        this.service = service;
        this.kinds = kinds;
        this.caller = caller;
        this.held = held;
    }

    /**
     * A note to write.
     *
     * @param descriptionId description that it is about; not needed where the path names it
     * @param title one line
     * @param text the note
     * @param status how far it is, open unless given
     * @param priority how much it matters, medium unless given
     * @param category what it is about
     * @param reference where in the description
     */
    record NoteRequest(Long descriptionId, @NotBlank @Size(max = 200) String title,
            @NotNull @Size(max = 20_000) String text, NoteStatus status, NotePriority priority,
            @Size(max = 100) String category, @Size(max = 500) String reference) {}

    /** What is to change of a note; what is absent stays, an empty category or reference is cleared. */
    record NotePatch(@Size(max = 200) String title, @Size(max = 20_000) String text, NoteStatus status,
            NotePriority priority, @Size(max = 100) String category, @Size(max = 500) String reference) {}

    /** A comment to add. */
    record CommentRequest(@NotBlank @Size(max = 10_000) String text) {}

    @GET
    @Operation(summary = "Notes of all descriptions, newest first", description = "q: part of the title, the text or the product")
    public RestResponse<List<NoteView>> list(@BeanParam NoteQuery query, @BeanParam PageQuery page) {
        return page.answer(service.list(query.filter(kinds), page.toRequest()));
    }

    @GET
    @Path("/export")
    @Operation(summary = "The newest 10,000 of them as a table")
    public RestResponse<FileContent> export(@BeanParam NoteQuery query, @BeanParam TableQuery table) {
        return table.answer(service.table(query.filter(kinds)));
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Write a note about a description")
    @Answers(value = 201, problems = {"404 unknown-description", "409 too-many-notes"})
    public RestResponse<NoteView> create(@NotNull @Valid NoteRequest request) {
        if (request.descriptionId() == null) {
            throw ApiException.invalidParameter("description_id", "the id of a description is needed");
        }
        return created(service.create(request.descriptionId(), request, caller.getPrincipal().getName()));
    }

    static RestResponse<NoteView> created(NoteView note) {
        return RestResponse.ResponseBuilder.<NoteView>created(URI.create("/api/notes/" + note.id())).entity(note)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A note with its comments and attachments")
    @Answers(problems = "404 unknown-note")
    public NoteDetail get(long id) {
        return service.get(id);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Change a note; what is absent stays")
    @Answers(problems = "404 unknown-note")
    public NoteView change(long id, @NotNull @Valid NotePatch patch) {
        return service.change(id, patch, caller.getPrincipal().getName());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Delete a note with its comments and attachments")
    @Answers(problems = "404 unknown-note")
    public void delete(long id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/comments")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Add a comment")
    @Answers(value = 201, problems = {"404 unknown-note", "409 too-many-comments"})
    public RestResponse<NoteDetail> comment(long id, @NotNull @Valid CommentRequest request) {
        NoteDetail note = service.comment(id, request.text(), caller.getPrincipal().getName());
        return RestResponse.ResponseBuilder.<NoteDetail>created(URI.create("/api/notes/" + id)).entity(note).build();
    }

    @POST
    @Path("/{id}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Add a file of at most 5 MB", description = "Form field 'file'. It is served as what its octets are: a "
            + "picture, a PDF, plain text, or octets to be saved.")
    @Answers(value = 201, problems = {"400 file-missing", "404 unknown-note", "409 too-many-attachments",
            "413 attachment-too-large"})
    public RestResponse<NoteAttachment> attach(long id, @RestForm("file") FileUpload file) {
        if (Uploads.required(file).size() > NoteService.LARGEST_ATTACHMENT) {
            throw new ApiException(413, "attachment-too-large", "An attachment has " + NoteService.LARGEST_ATTACHMENT
                    + " octets at most; this one has " + file.size() + ".");
        }
        ArchiveEntry entry = UploadForms.read(file);
        NoteAttachment stored = service.attach(id, entry.name(), entry.content(), caller.getPrincipal().getName());
        return RestResponse.ResponseBuilder
                .<NoteAttachment>created(URI.create("/api/notes/" + id + "/attachments/" + stored.id()))
                .entity(stored).build();
    }

    @GET
    @Path("/{id}/attachments/{attachment}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A file, always to be saved")
    @Answers(types = AttachmentType.OCTETS, problems = "404 unknown-attachment")
    @APIResponseSchema(FileContent.class)
    public Response attachment(long id, long attachment) {
        NoteAttachment stored = service.attachment(id, attachment);
        byte[] content = held.file(stored.byteSize(), () -> service.content(id, attachment)).get();
        return Response.ok(new FileContent(content), stored.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.attachment(stored.name())).build();
    }

    @DELETE
    @Path("/{id}/attachments/{attachment}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Delete a file")
    @Answers(problems = {"404 unknown-note", "404 unknown-attachment"})
    public void detach(long id, long attachment) {
        service.detach(id, attachment, caller.getPrincipal().getName());
    }
}
