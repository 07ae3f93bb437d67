package io.greenstack.api.stats;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.greenstack.api.deadletter.DeadLetterCounts;
import io.greenstack.api.health.EdgeVersions;
import io.greenstack.api.health.EdgeVersions.ServiceVersion;
import io.greenstack.api.imports.ImportRoom;
import io.greenstack.api.security.Roles;
import io.greenstack.descriptions.Sparse;

/** What administrators look at first. */
@Path("/api/admin/overview")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Statistics")
class AdminResource {

    private final StatsService stats;
    private final DeadLetterCounts deadLetters;
    private final EdgeVersions edge;
    private final ImportRoom room;
    private final String version;
    private final Clock clock;

    AdminResource(StatsService stats, DeadLetterCounts deadLetters, EdgeVersions edge, ImportRoom room,
            @ConfigProperty(name = "quarkus.application.version") String version, Clock clock) {
        this.stats = stats;
        this.deadLetters = deadLetters;
        this.edge = edge;
        this.room = room;
        this.version = version;
        this.clock = clock;
    }

    /** The database and its tables, largest first. */
    record Database(long bytes, List<StatsService.TableSize> tables) {}

    /** The volume that uploads are spooled to. */
    record Storage(long bytes, long freeBytes) {}

    /**
     * Overview.
     *
     * @param version version of this service
     * @param services versions of the edge services, one entry for each instance
     * @param catalog counts of the catalog
     * @param descriptionsByVendor for each kind the vendors with most descriptions
     * @param devices registered devices
     * @param importJobs jobs by state
     * @param deadLetters dead letters by service; absent while Redis does not answer
     * @param database size of the database
     * @param storage room for uploads
     * @param timestamp when this was so
     */
    record Overview(String version, List<ServiceVersion> services, StatsService.Catalog catalog,
            Map<String, Map<String, Long>> descriptionsByVendor,
            long devices, Map<String, Long> importJobs, Map<String, Long> deadLetters, Database database,
            Storage storage, Instant timestamp) implements Sparse {}

    @GET
    @Operation(summary = "Counts, sizes of tables, jobs and room")
    public Overview overview() {
        return new Overview(version, edge.list(), stats.catalog(), stats.vendors(), stats.devices(), stats.jobs(),
                deadLetters.byService().orElse(null), new Database(stats.databaseBytes(), stats.tables()),
                new Storage(room.bytes(), room.freeBytes()), clock.instant());
    }
}
