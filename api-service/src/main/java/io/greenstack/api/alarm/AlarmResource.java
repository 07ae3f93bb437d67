package io.greenstack.api.alarm;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;

import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.FileContent;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.Unhurried;
import io.greenstack.api.security.Roles;
import io.greenstack.api.table.TableQuery;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;

/** Alarms. */
@Path("/api/alarms")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Alarms", description = "Alarms of devices, from their events and by rules, in the words of ISA-18.2")
class AlarmResource {

    private static final int LONGEST_COMMENT = 1_000;

    private final AlarmService service;
    private final SecurityIdentity caller;

    AlarmResource(AlarmService service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Alarms, newest first", description = "sort is raised_at, priority or device_id, with '-' "
            + "before it for the reverse; without it -raised_at.")
    public RestResponse<List<AlarmView>> list(@BeanParam AlarmQuery query, @QueryParam("sort") String sort,
            @BeanParam PageQuery page) {
        return page.answer(service.page(query.filter(), sort, page.toRequest()));
    }

    @GET
    @Path("/summary")
    @Operation(summary = "How many alarms are open, by state and priority")
    public AlarmSummary summary() {
        return service.summary();
    }

    @GET
    @Path("/export")
    @Operation(summary = "The newest 10,000 alarms as a table")
    public RestResponse<FileContent> export(@BeanParam AlarmQuery query, @BeanParam TableQuery table) {
        return table.answer(service.table(query.filter()));
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Unhurried
    @Blocking
    @Operation(summary = "Alarms as they change (server-sent events)", description = "Each event 'alarm' has the "
            + "alarm as it is now. A viewer that is too slow misses some, so the list is read again after a reconnect.")
    @Answers(problems = {"429 too-many-viewers", "503 too-many-viewers"})
    public Multi<OutboundSseEvent> stream(@QueryParam("device") String device, @Context Sse sse) {
        return service.stream(Params.textOrNull(device), sse);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An alarm with its history")
    @Answers(problems = "404 unknown-alarm")
    public AlarmDetail get(long id) {
        return service.detail(id);
    }

    @POST
    @Path("/acknowledge")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Acknowledge some alarms at once", description = "Answers them as they are "
            + "now; ids that do not exist are left out.")
    public List<AlarmView> acknowledge(@NotNull @Valid AlarmSelection selection) {
        return service.acknowledge(selection.ids(), who(), selection.comment());
    }

    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Acknowledge an alarm", description = "One that is acknowledged stays as it is.")
    public AlarmView acknowledge(long id, @Valid AlarmComment request) {
        return service.acknowledge(id, who(), comment(request));
    }

    @POST
    @Path("/{id}/shelve")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Shelve an alarm for a while", description = "Nobody is notified of it, also when it "
            + "goes and comes again. duration is 1m to 168h.")
    @Answers(problems = {"404 unknown-alarm", "409 alarm-closed"})
    public AlarmView shelve(long id, @NotNull @Valid ShelfRequest request) {
        return service.shelve(id, request.duration(), who(), request.comment());
    }

    @POST
    @Path("/{id}/unshelve")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Take an alarm off the shelf before its time")
    @Answers(problems = "404 unknown-alarm")
    public AlarmView unshelve(long id, @Valid AlarmComment request) {
        return service.unshelve(id, who(), comment(request));
    }

    @POST
    @Path("/{id}/comments")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Say something about an alarm")
    @Answers(problems = "404 unknown-alarm")
    public AlarmView comment(long id, @NotNull @Valid AlarmComment request) {
        return service.comment(id, who(), request.comment());
    }

    private String who() {
        return caller.getPrincipal().getName();
    }

    private static String comment(AlarmComment request) {
        return request == null ? null : request.comment();
    }

    /**
     * A comment.
     *
     * @param comment 1,000 characters at most
     */
    record AlarmComment(@Size(max = LONGEST_COMMENT) String comment) {}

    /**
     * Some alarms.
     *
     * @param ids 1 to 500
     * @param comment 1,000 characters at most
     */
    record AlarmSelection(@NotNull @Size(min = 1, max = 500) List<@NotNull Long> ids,
            @Size(max = LONGEST_COMMENT) String comment) {}

    /**
     * How long nobody wants to hear of an alarm.
     *
     * @param duration such as {@code 30m} or {@code 8h}; 1 minute to 7 days
     * @param comment why; 1,000 characters at most
     */
    record ShelfRequest(String duration, @Size(max = LONGEST_COMMENT) String comment) {}
}
