package io.greenstack.platform.health;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import io.greenstack.platform.resilience.BreakerStatus;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;

/** {@code /q/health/ready}: 503 unless every required dependency is up; all states as data. Needs no worker thread. */
@Readiness
@ApplicationScoped
class DependencyReadinessCheck implements AsyncHealthCheck {

    private final ReadinessReport report;

    /** For the container. */
    public DependencyReadinessCheck(ReadinessReport report) {
        this.report = report;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var readiness = report.report();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("dependencies").status(readiness.ready());
        for (DependencyState dependency : readiness.dependencies()) {
            String state = dependency.up() ? "up" : "down";
            response.withData(dependency.name(),
                    dependency.detail() == null ? state : state + ": " + dependency.detail());
            Observation observation = dependency.observation();
            if (observation != null) {
                response.withData(dependency.name() + ".age_ms", observation.age().toMillis());
                response.withData(dependency.name() + ".since", observation.since().toString());
                response.withData(dependency.name() + ".changes", observation.changes());
            }
        }
        for (BreakerStatus breaker : readiness.breakers()) {
            response.withData("breaker." + breaker.name(), breaker.state().label());
        }
        return Uni.createFrom().item(response.build());
    }
}
