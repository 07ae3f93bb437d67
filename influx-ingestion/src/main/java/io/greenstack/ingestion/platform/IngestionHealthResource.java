package io.greenstack.ingestion.platform;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.greenstack.edge.lane.Lanes;
import io.greenstack.edge.ledger.LedgerSnapshot;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.edge.mqtt.IngressStatus;
import io.greenstack.platform.health.DependencyState;
import io.greenstack.platform.health.Readiness;
import io.greenstack.platform.health.ReadinessReport;
import io.greenstack.platform.resilience.BreakerStatus;
import io.smallrye.common.annotation.NonBlocking;

/** Health in one page, at the path that the predecessor had, and the ledger. */
@Path("/")
@NonBlocking
class IngestionHealthResource {

    private final ReadinessReport readiness;
    private final Lanes lanes;
    private final MessageLedger ledger;
    private final String name;
    private final String version;

    /** For the container. */
    public IngestionHealthResource(ReadinessReport readiness, Lanes lanes, MessageLedger ledger,
            @ConfigProperty(name = "quarkus.application.name") String name,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.readiness = readiness;
        this.lanes = lanes;
        this.ledger = ledger;
        this.name = name;
        this.version = version;
    }

    /** State of the service: 200 when every required dependency is up, else 503. */
    @GET
    @Path("health")
    public RestResponse<ServiceHealth> health() {
        Readiness report = readiness.report();
        ServiceHealth health = new ServiceHealth(report.ready() ? "healthy" : "unhealthy", name, version,
                report.up("mqtt"),
                report.up("influxdb"), report.dependencies(), report.breakers(), lanes.status().get(""), ledger());
        return RestResponse.status(report.ready() ? Status.OK : Status.SERVICE_UNAVAILABLE, health);
    }

    /** Where the messages are: {@code received} is the sum of the others. */
    @GET
    @Path("ledger")
    public LedgerSnapshot ledger() {
        return ledger.snapshot();
    }

    /**
     * Answer of {@code GET /health}.
     *
     * @param status {@code healthy} or {@code unhealthy}
     * @param service name of the service
     * @param version its version
     * @param mqttConnected whether the broker has granted all subscriptions
     * @param influxdbConnected whether the store answers
     * @param dependencies each dependency with its state
     * @param breakers each circuit breaker with its state
     * @param intake what the intake is doing
     * @param ledger where the messages are
     */
    public record ServiceHealth(String status, String service, String version, boolean mqttConnected,
            boolean influxdbConnected,
            List<DependencyState> dependencies, List<BreakerStatus> breakers, IngressStatus intake,
            LedgerSnapshot ledger) {}
}
