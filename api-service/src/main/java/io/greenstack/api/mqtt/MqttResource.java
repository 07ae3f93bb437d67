package io.greenstack.api.mqtt;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.mqtt.PublishService.Published;
import io.greenstack.api.mqtt.SessionService.Session;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.Needs;
import io.greenstack.api.platform.Needs.Part;
import io.greenstack.api.platform.Unhurried;
import io.greenstack.api.security.Roles;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;

/** The MQTT broker: publishing, live traffic and its state. */
@Path("/api/mqtt")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "MQTT", description = "Publishing through the bridge, live traffic, state of the broker")
@Needs(Part.REDIS)
class MqttResource {

    private final PublishService publishing;
    private final TrafficService traffic;
    private final BrokerStatusService status;
    private final SessionService sessions;

    public MqttResource(PublishService publishing, TrafficService traffic, BrokerStatusService status,
            SessionService sessions) {
        this.publishing = publishing;
        this.traffic = traffic;
        this.status = status;
        this.sessions = sessions;
    }

    @POST
    @Path("/publish")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Publish a message", description = "202 when the queue of the bridge has it; 503 when it cannot be taken now. "
            + "Give 'message' (a text, or JSON) or 'base64'.")
    @Answers(value = 202, problems = {"413 payload-too-large", "503 outbound-full"})
    public RestResponse<Published> publish(@NotNull @Valid PublishRequest request) {
        return RestResponse.status(RestResponse.Status.ACCEPTED, publishing.publish(request));
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Unhurried
    @Blocking
    @Operation(summary = "Messages of a topic filter as they come (server-sent events)", description = "Events 'message' and, when there "
            + "are too many, 'dropped' with how many are missing. Payloads are cut at 64 KiB.")
    @Answers(problems = {"429 too-many-viewers", "503 too-many-viewers", "503 too-many-filters"})
    public Multi<OutboundSseEvent> stream(@QueryParam("topic") String topic, @Context Sse sse) {
        return traffic.stream(topic, sse);
    }

    @GET
    @Path("/status")
    @Operation(summary = "State of the broker and of the bridges", description = "Figures are those that the broker publishes below $SYS; "
            + "a broker that publishes none has none, and statistics says unavailable. Sessions are those of edge services; in one that is "
            + "orphaned messages wait for a replica that is not there.")
    public JsonNode status() {
        return status.status();
    }

    @POST
    @Path("/sessions/{client_id}/adopt")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Have an orphaned session emptied and ended", description = "202 when a replica of the same service begins; it takes the "
            + "client id, handles what waits, and ends the session, which is then not in the status any more.")
    @Answers(value = 202, problems = {"404 unknown-session", "409 session-in-use", "503 no-replica"})
    public RestResponse<Session> adopt(
            @PathParam("client_id") @Parameter(description = "Client id of the replica that is gone, as the status has it") String clientId) {
        return RestResponse.status(RestResponse.Status.ACCEPTED, sessions.adopt(clientId));
    }

    /**
     * A message that is to be published.
     *
     * @param topic without wildcards, 1 to 1,024 characters and 128 levels
     * @param message text, sent as it is; any other JSON is sent as JSON
     * @param base64 octets instead of a message
     * @param qos 0, 1 or 2; default 0
     * @param retain whether the broker keeps it for later subscribers; default false
     */
    record PublishRequest(@NotNull String topic, @Schema(implementation = Object.class) JsonNode message,
            String base64, @Min(0) @Max(2) Integer qos, Boolean retain) {}
}
