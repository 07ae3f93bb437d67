package io.greenstack.api.stats;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceMetrics;
import io.greenstack.api.security.Roles;

/** The connections to PostgreSQL, in the shape of the predecessor. */
@Path("/api/health/db-pool")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Statistics")
class PoolResource {

    private final AgroalDataSource database;

    PoolResource(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * The pool as it is now.
     *
     * @param poolType what it is
     * @param size most connections
     * @param checkedOut connections in use
     * @param idle connections that wait for use
     * @param overflow always 0: there are never more than {@code size}
     * @param queueSize requests that wait for a connection
     * @param timeout seconds that one waits at most
     * @param recycle seconds after which a connection is replaced, -1 = never
     * @param mostCheckedOut most that were in use at once
     * @param acquired connections taken since the start
     * @param meanWaitMs mean time until one was there
     * @param longestWaitMs longest time until one was there
     */
    record Pool(String poolType, int size, long checkedOut, long idle, int overflow, long queueSize, double timeout,
            long recycle, long mostCheckedOut, long acquired, double meanWaitMs, double longestWaitMs) {}

    @GET
    @Operation(summary = "The pool of connections to the database")
    public Pool pool() {
        AgroalDataSourceMetrics metrics = database.getMetrics();
        var pool = database.getConfiguration().connectionPoolConfiguration();
        long recycle = pool.maxLifetime() == null || pool.maxLifetime().isZero() ? -1 : pool.maxLifetime().toSeconds();
        return new Pool("Agroal", pool.maxSize(), metrics.activeCount(), metrics.availableCount(), 0,
                metrics.awaitingCount(), pool.acquisitionTimeout().toMillis() / 1000.0, recycle,
                metrics.maxUsedCount(), metrics.acquireCount(), metrics.blockingTimeAverage().toNanos() / 1e6,
                metrics.blockingTimeMax().toNanos() / 1e6);
    }
}
