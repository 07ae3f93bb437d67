package io.greenstack.api.health;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.greenstack.api.platform.Needs;
import io.greenstack.api.platform.Needs.Part;
import io.greenstack.api.security.Roles;

/** How many messages come in, and how far storing them lags behind. */
@Path("/api/pipeline")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Health")
@Needs(Part.NOTHING)
class PipelineResource {

    private final EdgeFlows flows;
    private final Clock clock;

    PipelineResource(EdgeFlows flows, Clock clock) {
        this.flows = flows;
        this.clock = clock;
    }

    /**
     * The pipeline.
     *
     * @param timestamp when this was so
     * @param services each instance of the bridge and of the ingestion
     */
    record Pipeline(Instant timestamp, List<MessageFlow> services) {}

    @GET
    @Operation(summary = "Messages received, written and held by each edge service, and its lag", description = "An instance that "
            + "does not answer has an entry with detail and no figures.")
    public Pipeline pipeline() {
        List<MessageFlow> services = flows.list();
        return new Pipeline(clock.instant(), services);
    }
}
