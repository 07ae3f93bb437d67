package io.greenstack.api.health;

import java.util.List;
import java.util.NoSuchElementException;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.security.Roles;
import io.greenstack.common.resilience.BreakerRegistry;
import io.greenstack.common.resilience.BreakerStatus;

/** Circuit breakers of this service: look and reset by hand. */
@Path("/api/breakers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Breakers", description = "Circuit breakers between this service and what it depends on")
public class BreakerResource {

    private final BreakerRegistry breakers;

    @Inject
    public BreakerResource(BreakerRegistry breakers) {
        this.breakers = breakers;
    }

    @GET
    @Operation(summary = "All breakers")
    public List<BreakerStatus> list() {
        return breakers.list();
    }

    @POST
    @Path("/{name}/reset")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Close a breaker by hand")
    public BreakerStatus reset(String name) {
        try {
            return breakers.reset(name);
        } catch (NoSuchElementException e) {
            throw ApiException.notFound("There is no breaker of that name.");
        }
    }
}
