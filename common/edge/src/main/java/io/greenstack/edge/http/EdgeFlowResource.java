package io.greenstack.edge.http;

import java.util.Collection;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.greenstack.edge.lane.Lanes;
import io.greenstack.edge.ledger.LedgerSnapshot;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.edge.mqtt.IngressStatus;
import io.greenstack.platform.config.ServiceAccess;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.NonBlocking;

/** How messages flow through this service, for the api-service, which shows the key that both know. */
@Path("/flow")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class EdgeFlowResource {

    private final Lanes lanes;
    private final MessageLedger ledger;
    private final ServiceAccess access;

    public EdgeFlowResource(Lanes lanes, MessageLedger ledger, ServiceAccess access) {
        this.lanes = lanes;
        this.ledger = ledger;
        this.access = access;
    }

    /**
     * The flow at one instant; counts are those since the start.
     *
     * @param received messages taken from the broker
     * @param written messages that reached durable storage
     * @param deadLettered messages set aside with a reason
     * @param inFlight messages held and not settled
     * @param connected whether all lanes are connected
     * @param paused whether a lane has stopped reading because too much is held
     * @param oldestMs how long the oldest message that is not acknowledged has waited, ms; 0 while there is none
     */
    @RegisterForReflection
    public record Flow(long received, long written, @JsonProperty("dead_lettered") long deadLettered,
            @JsonProperty("in_flight") long inFlight, boolean connected, boolean paused,
            @JsonProperty("oldest_ms") long oldestMs) {}

    @GET
    public RestResponse<Flow> flow(@HeaderParam("X-API-Key") String key) {
        if (!access.allows(key)) {
            return RestResponse.status(Status.FORBIDDEN);
        }
        LedgerSnapshot now = ledger.snapshot();
        Collection<IngressStatus> all = lanes.status().values();
        return RestResponse.ok(new Flow(now.received(), now.written(), now.deadLettered(), now.inFlight(),
                all.stream().allMatch(IngressStatus::connected), all.stream().anyMatch(IngressStatus::paused),
                all.stream().mapToLong(IngressStatus::oldestMs).max().orElse(0)));
    }
}
