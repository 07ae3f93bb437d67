package io.greenstack.ingestion.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Startup;

/** Liveness and start-up. An outage of a dependency is no reason to restart the process, so neither looks at one. */
public class IntakeChecks {

    @Produces
    @Liveness
    @ApplicationScoped
    HealthCheck live(IngestionService service) {
        return () -> HealthCheckResponse.named("intake").status(service.alive()).build();
    }

    @Produces
    @Startup
    @ApplicationScoped
    HealthCheck started(IngestionService service) {
        return () -> HealthCheckResponse.named("intake started").status(service.alive()).build();
    }
}
