package io.greenstack.ingestion.platform;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.greenstack.edge.lane.Lanes;
import io.greenstack.edge.ledger.LedgerSnapshot;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.platform.health.Readiness;
import io.greenstack.platform.health.ReadinessReport;
import io.smallrye.common.annotation.NonBlocking;

/** Health in one page, at the path that the predecessor had, and the ledger. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class IngestionHealthResource {

    private final ReadinessReport readiness;
    private final Lanes lanes;
    private final MessageLedger ledger;
    private final String name;

    /** For the container. */
    public IngestionHealthResource(ReadinessReport readiness, Lanes lanes, MessageLedger ledger,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.readiness = readiness;
        this.lanes = lanes;
        this.ledger = ledger;
        this.name = name;
    }

    /** State of the service: 200 when every required dependency is up, else 503. */
    @GET
    @Path("health")
    public RestResponse<ServiceHealth> health() {
        Readiness report = readiness.report();
        ServiceHealth health = new ServiceHealth(report.ready() ? "healthy" : "unhealthy", name, report.up("mqtt"),
                report.up("influxdb"), report.dependencies(), report.breakers(), lanes.status().get(""), ledger());
        return RestResponse.status(report.ready() ? Status.OK : Status.SERVICE_UNAVAILABLE, health);
    }

    /** Where the messages are: {@code received} is the sum of the others. */
    @GET
    @Path("ledger")
    public LedgerSnapshot ledger() {
        return ledger.snapshot();
    }
}
