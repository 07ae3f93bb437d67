package io.greenstack.api.cache;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.greenstack.api.cache.CacheService.CacheStats;
import io.greenstack.api.cache.CacheService.Cleared;
import io.greenstack.api.security.Roles;

/** The cache, as operators see it. */
@Path("/api/cache")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Statistics")
class CacheResource {

    private final CacheService service;

    CacheResource(CacheService service) {
        this.service = service;
    }

    @GET
    @Path("/stats")
    @Operation(summary = "Figures of the cache by namespace")
    public CacheStats stats() {
        return service.stats();
    }

    @POST
    @Path("/clear")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Make the cache forget", description = "scope = devices, eds, assets, statistics, or a namespace of the "
            + "figures; all of it without one. Holds for all replicas; 400 when there is no such scope.")
    public Cleared clear(@QueryParam("scope") String scope) {
        return service.clear(scope);
    }
}
