package io.greenstack.api.health;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.greenstack.api.platform.Needs;
import io.greenstack.api.platform.Needs.Part;
import io.greenstack.api.security.Roles;

/** Where decoded values go beside this API. */
@Path("/api/outputs")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Health")
@Needs(Part.NOTHING)
class OutputsResource {

    private final EdgeOutputs outputs;

    OutputsResource(EdgeOutputs outputs) {
        this.outputs = outputs;
    }

    @GET
    @Operation(summary = "Where decoded values go: time-series store, topics of the plant, Sparkplug, Kafka", description = "Each output "
            + "of each edge service, switched on or off, with its settings and counts. An instance that does not answer has an entry "
            + "with detail and nothing else.")
    public List<OutputView> outputs() {
        return outputs.list();
    }
}
