package io.greenstack.ingestion.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Startup;

import io.greenstack.edge.lane.Lanes;

/** Liveness and start-up. An outage of a dependency is no reason to restart the process, so neither looks at one. */
class IntakeChecks {

    @Produces
    @Liveness
    @ApplicationScoped
    HealthCheck live(Lanes lanes) {
        return () -> HealthCheckResponse.named("intake").status(lanes.alive()).build();
    }

    @Produces
    @Startup
    @ApplicationScoped
    HealthCheck started(Lanes lanes) {
        return () -> HealthCheckResponse.named("intake started").status(lanes.alive()).build();
    }
}
