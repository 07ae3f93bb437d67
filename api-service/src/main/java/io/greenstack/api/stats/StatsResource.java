package io.greenstack.api.stats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.greenstack.api.security.Roles;
import io.greenstack.generators.Generator;
import io.greenstack.generators.registry.Generators;

/** Figures of the catalog, in the shape of the predecessor. */
@Path("/api/stats")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Statistics", description = "Figures of the catalog, the registry and the database")
class StatsResource {

    private final StatsService stats;

    StatsResource(StatsService stats) {
        this.stats = stats;
    }

    /**
     * Figures.
     *
     * @param totalDevices IODDs; the predecessor called descriptions devices
     * @param totalParameters parameters of IODDs
     * @param totalGeneratedAdapters always 0: adapters are made when they are asked for, and not stored
     * @param adaptersByPlatform empty for the same reason
     * @param supportedPlatforms what adapters can be generated for
     * @param totalEdsFiles EDS files
     * @param totalEdsParameters parameters of EDS files
     * @param totalEdsPackages packages of EDS files
     * @param uniqueEdsDevices devices of EDS files, by vendor and product code
     * @param registeredDevices devices of the registry
     */
    record Stats(long totalDevices, long totalParameters, long totalGeneratedAdapters,
            Map<String, Long> adaptersByPlatform, List<String> supportedPlatforms, long totalEdsFiles,
            long totalEdsParameters, long totalEdsPackages, long uniqueEdsDevices, long registeredDevices) {}

    @GET
    @Operation(summary = "Figures of the catalog and the registry")
    public Stats stats() {
        StatsService.Catalog catalog = stats.catalog();
        return new Stats(catalog.iodds(), catalog.ioddParameters(), 0, new LinkedHashMap<>(),
                Generators.all().stream().map(Generator::id).toList(), catalog.edsFiles(), catalog.edsParameters(),
                catalog.edsPackages(), catalog.edsDevices(), stats.devices());
    }
}
