package io.greenstack.api.event;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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

import io.greenstack.api.event.EventService.EventOutcomes;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.platform.Unhurried;
import io.greenstack.api.security.Roles;
import io.greenstack.core.message.EventMessage;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;

/** Events of devices, explained in the language of the caller. */
@Path("/api/events")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Events", description = "Events of devices, explained by their description and the IO-Link standard")
class EventResource {

    private final EventService service;

    public EventResource(EventService service) {
        this.service = service;
    }

    @POST
    @Path("/batch")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Take in events of devices; for mqtt-bridge", description = "One transaction, one result for each event in the same order. "
            + "May be repeated: an event whose device told its time is stored once.")
    public EventOutcomes store(@NotNull @Valid EventBatch batch) {
        return service.store(batch);
    }

    @GET
    @Operation(summary = "Events, newest first", description = "code is decimal or 0x...; from and to are ISO 8601; active=true finds "
            + "those that have appeared and not disappeared since.")
    public RestResponse<List<EventView>> list(@QueryParam("device") String device, @QueryParam("code") String code,
            @QueryParam("type") String type, @QueryParam("active") String active, @QueryParam("from") String from,
            @QueryParam("to") String to, @BeanParam PageQuery page, @BeanParam LanguageQuery language) {
        EventFilter filter = EventFilter.of(device, code, type, active, from, to);
        return Responses.inLanguage(
                page.answer(service.page(filter, page.toRequest(), language)), null);
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Unhurried
    @Blocking
    @Operation(summary = "Events as they come (server-sent events)")
    @Answers(problems = {"429 too-many-viewers", "503 too-many-viewers"})
    public Multi<OutboundSseEvent> stream(@QueryParam("device") String device, @BeanParam LanguageQuery language,
            @Context Sse sse) {
        return service.stream(Params.textOrNull(device), language, sse);
    }

    /**
     * Events of any number of devices, those of one device in the order in which it sent them.
     *
     * @param events 1 to 1,200
     */
    record EventBatch(@NotNull @Size(min = 1, max = 1200) List<@NotNull @Valid ReportedEvent> events) {

        /**
         * An event, as the bridge hands it on.
         *
         * @param deviceId the device
         * @param code event code, 0 to 65535
         * @param mode whether it appears, disappears or happens once
         * @param type how severe it is, absent if the device does not tell
         * @param timestamp when it happened
         * @param fromDevice whether the device told that time; else it is that of the arrival
         * @param receivedAt when the bridge received it
         * @param clockAheadMs by how much the time that the device told lay ahead, where the arrival took its place; else absent
         * @param duplicate whether the broker says that it delivered the message before
         */
        record ReportedEvent(@NotNull @Pattern(regexp = "[A-Za-z0-9._:-]{1,64}") String deviceId,
                @Min(0) @Max(65535) int code, @NotNull EventMessage.Mode mode, EventMessage.Type type,
                @NotNull Instant timestamp, boolean fromDevice, @NotNull Instant receivedAt,
                @Min(0) Long clockAheadMs, boolean duplicate) {}
    }
}
