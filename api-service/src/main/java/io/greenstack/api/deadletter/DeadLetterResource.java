package io.greenstack.api.deadletter;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.annotation.JsonAnySetter;

import io.greenstack.api.deadletter.DeadLetterReader.DeadLetterPage;
import io.greenstack.api.deadletter.DeadLetterReader.SummaryView;
import io.greenstack.api.deadletter.DeadLetterService.DiscardView;
import io.greenstack.api.deadletter.DeadLetterService.ReplayView;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.Needs;
import io.greenstack.api.platform.Needs.Part;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.platform.SizeQuery;
import io.greenstack.api.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;

/** Messages that could never be stored: look at them, send them back to the service that gave them up, or discard them. */
@Path("/api/dead-letters")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Dead letters", description = "Messages that mqtt-bridge and influx-ingestion set aside with a reason")
@Needs(Part.REDIS)
class DeadLetterResource {

    private static final String CURSOR = "cursor";

    private final DeadLetterReader reader;
    private final DeadLetterService service;
    private final SecurityIdentity caller;

    public DeadLetterResource(DeadLetterReader reader, DeadLetterService service, SecurityIdentity caller) {
        this.reader = reader;
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "List dead letters of all services, newest first", description = "Without payloads. The header Link names the first and the next page; a page of a filtered list may be short, and the list ends where there is no next one.")
    @Answers(problems = "503 dead-letters-unavailable")
    public RestResponse<List<DeadLetterView>> list(@QueryParam("service") String serviceName,
            @QueryParam("reason") String reason, @QueryParam("device_id") String deviceId,
            @Parameter(description = "Topic, or an MQTT filter with + and #") @QueryParam("topic") String topic,
            @Parameter(description = "Set aside at this time or later, ISO 8601 with zone") @QueryParam("from") String from,
            @Parameter(description = "Set aside at this time or earlier") @QueryParam("to") String to,
            @Parameter(description = "From the Link of the page before") @QueryParam(CURSOR) String cursor,
            @BeanParam SizeQuery size, @Context UriInfo uri) {
        DeadLetterFilter filter = new DeadLetterFilter(Params.textOrNull(serviceName), Params.textOrNull(reason),
                Params.textOrNull(deviceId), Params.textOrNull(topic), Params.instantOrNull("from", from),
                Params.instantOrNull("to", to));
        DeadLetterId after = Params.textOrNull(cursor) == null ? null : DeadLetterId.parse(CURSOR, cursor);
        DeadLetterPage page = reader.list(filter, after, size.size());
        return Responses.page(page.items(), CURSOR, page.next() == null ? null : page.next().toString(), uri);
    }

    @GET
    @Path("/summary")
    @Operation(summary = "Counts by service and reason, age, waiting replays")
    @Answers(problems = "503 dead-letters-unavailable")
    public List<SummaryView> summary() {
        return reader.summary();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A dead letter with its payload as text, hexadecimal digits and base64")
    @Answers(problems = "503 dead-letters-unavailable")
    public DeadLetterView get(String id) {
        return DeadLetterView.of(reader.get(DeadLetterId.parse("id", id)));
    }

    @POST
    @Path("/{id}/replay")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Send a dead letter back to the service that gave it up")
    @Answers(value = 202, problems = {"409 payload-cut", "503 dead-letters-unavailable"})
    public RestResponse<ReplayView> replayOne(String id) {
        return accepted(service.replay(DeadLetterId.parse("id", id), by()));
    }

    @POST
    @Path("/replay")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Send a selection back", description = "Exactly one of ids, filter (service, reason, device_id, topic, from, to) and all: true. "
            + "The answer says how many are on their way; Location tells how they fared.")
    @Answers(value = 202, problems = "503 dead-letters-unavailable")
    public RestResponse<ReplayView> replay(@NotNull @Valid SelectionRequest selection) {
        return accepted(service.replay(selection, by()));
    }

    @GET
    @Path("/replays/{replay}")
    @Operation(summary = "How a replay fares; known for a day")
    @Answers(problems = "503 dead-letters-unavailable")
    public ReplayView replayed(String replay) {
        return service.job(replay);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Discard a dead letter for good")
    @Answers(problems = "503 dead-letters-unavailable")
    public void discardOne(String id) {
        service.discard(DeadLetterId.parse("id", id), by());
    }

    @POST
    @Path("/discard")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Discard a selection for good", description = "The selection is written as for replay.")
    @Answers(problems = "503 dead-letters-unavailable")
    public DiscardView discard(@NotNull @Valid SelectionRequest selection) {
        return service.discard(selection, by());
    }

    private static RestResponse<ReplayView> accepted(ReplayView replay) {
        return RestResponse.ResponseBuilder.<ReplayView>create(RestResponse.Status.ACCEPTED).entity(replay)
                .location(URI.create("/api/dead-letters/replays/" + replay.id())).build();
    }

    private String by() {
        return caller.isAnonymous() ? "anonymous" : caller.getPrincipal().getName();
    }

    /**
     * A selection of dead letters: exactly one of {@code ids}, {@code filter} and {@code all}.
     *
     * @param ids these, at most 1,000
     * @param filter those that match, the oldest first
     * @param all true for all, the oldest first
     * @param limit the most to take, 1 to 10,000; 1,000 unless given
     */
    record SelectionRequest(@Size(min = 1, max = 1000, message = "needs 1 to 1000 ids") List<String> ids,
            DeadLetterFilter filter, Boolean all,
            @Min(value = 1, message = "is 1 to 10000") @Max(value = 10_000, message = "is 1 to 10000") Integer limit) {

        /** A misspelt member must not widen what is replayed or deleted. */
        @JsonAnySetter
        void refuse(String name, Object value) {
            throw new IllegalArgumentException("unknown member");
        }
    }
}
