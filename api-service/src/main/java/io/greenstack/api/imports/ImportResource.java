package io.greenstack.api.imports;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.greenstack.api.description.ImportedFile.ImportStatus;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.Unhurried;
import io.greenstack.api.security.Roles;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;

/** Import jobs: start, watch, cancel. */
@Path("/api/imports")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Import", description = "Taking device descriptions into the catalog")
class ImportResource {

    private final JobStarter starter;
    private final ImportJobs jobs;
    private final JobRecords records;
    private final JobEvents events;

    ImportResource(JobStarter starter, ImportJobs jobs, JobRecords records, JobEvents events) {
        this.starter = starter;
        this.jobs = jobs;
        this.records = records;
        this.events = events;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Start an import job for files", description = JobStarter.UPLOAD)
    @Answers(value = 202, problems = {"400 file-missing", "429 import-queue-full"})
    public RestResponse<ImportJobView> upload(@RestForm("file") List<FileUpload> file) {
        return starter.upload(file);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Start an import job for a folder", description = JobStarter.FOLDER)
    @Answers(value = 202, problems = {"403 folder-import-off", "403 folder-forbidden", "404 folder-not-found",
            "429 import-queue-full"})
    public RestResponse<ImportJobView> folder(@NotNull @Valid FolderRequest request) {
        return starter.folder(request);
    }

    @GET
    @Operation(summary = "List import jobs", description = "Newest first.")
    public RestResponse<List<ImportJobView>> list(@BeanParam PageQuery page) {
        return page.answer(records.list(page.toRequest()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An import job with what became of its files", description = "page, size and status choose among the "
            + "files; X-Total-Count and Link are about them.")
    public RestResponse<ImportJobView> get(long id, @QueryParam("status") String status, @BeanParam PageQuery page) {
        Page<ImportJobView> found = records.withResults(id,
                Params.constant("status", status, ImportStatus.class, null), page.toRequest());
        RestResponse<List<ImportJobView>> paged = page.answer(found);
        return RestResponse.ResponseBuilder.ok(found.items().get(0))
                .header("X-Total-Count", paged.getHeaders().getFirst("X-Total-Count"))
                .header("Link", paged.getHeaders().getFirst("Link")).build();
    }

    @GET
    @Path("/{id}/events")
    @Unhurried
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "Progress of an import job as server-sent events", description = "'progress' when something changed, 'end' "
            + "once; the data is the job.")
    @Answers(problems = "429 too-many-viewers")
    public Multi<OutboundSseEvent> events(long id, @Context Sse sse) {
        return events.stream(id, sse);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Cancel an import job", description = "It ends as soon as the packages at work are done; what was stored "
            + "stays. A job that has ended stays as it is.")
    public ImportJobView cancel(long id) {
        return jobs.cancel(id);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Forget an import job that has ended", description = "What it imported stays.")
    @Answers(problems = "409 job-active")
    public void delete(long id) {
        records.delete(id);
    }
}
