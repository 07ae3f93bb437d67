package io.greenstack.api.health;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Needs;
import io.greenstack.api.platform.Needs.Part;
import io.greenstack.api.security.Roles;
import io.greenstack.platform.resilience.BreakerRegistry;

/** Circuit breakers of all three services: look and reset by hand. */
@Path("/api/breakers")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Breakers", description = "Circuit breakers between the services and what they depend on")
@Needs(Part.NOTHING)
class ApiBreakerResource {

    private static final String OWN = "api-service";

    private final BreakerRegistry breakers;
    private final EdgeBreakers edge;

    public ApiBreakerResource(BreakerRegistry breakers, EdgeBreakers edge) {
        this.breakers = breakers;
        this.edge = edge;
    }

    @GET
    @Operation(summary = "All breakers of all services", description = "An edge service that does not answer has one entry with the state unknown.")
    public List<BreakerView> list() {
        List<BreakerView> views = new ArrayList<>();
        breakers.list().forEach(breaker -> views.add(BreakerView.of(OWN, null, breaker)));
        views.addAll(edge.list());
        return views;
    }

    @POST
    @Path("/{name}/reset")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Close a breaker of the api-service by hand")
    public BreakerView reset(String name) {
        try {
            return BreakerView.of(OWN, null, breakers.reset(name));
        } catch (NoSuchElementException e) {
            throw ApiException.notFound("There is no breaker of that name.");
        }
    }

    @POST
    @Path("/{service}/{name}/reset")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Close a breaker of a service by hand, at all its instances")
    public List<BreakerView> reset(String service, String name) {
        if (OWN.equals(service)) {
            return List.of(reset(name));
        }
        List<BreakerView> views = edge.reset(service, name);
        if (views.isEmpty()) {
            throw ApiException.notFound("There is no such service, or it has no breaker of that name.");
        }
        return views;
    }
}
