package io.greenstack.api.platform;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** Bounds the octets of files that wait in memory for the clients that asked for them. */
@ApplicationScoped
@Startup
public class HeldFiles {

    private final CurrentVertxRequest request;
    private final OctetBudget budget;

    HeldFiles(HttpSettings settings, CurrentVertxRequest request, MeterRegistry meters) {
        this.request = request;
        this.budget = new OctetBudget(settings.heldFiles().asLongValue());
        Gauge.builder("greenstack.http.files.held", budget, OctetBudget::taken).baseUnit("bytes")
                .description("Files that wait in memory for their clients").register(meters);
    }

    /**
     * A file that is read only if there is room for it until the answer to the request at hand has gone.
     *
     * @throws BulkheadException by the supplier, if too many wait already
     */
    public Supplier<byte[]> file(long octets, Supplier<byte[]> content) {
        return () -> {
            if (!budget.take(octets)) {
                throw new BulkheadException("Too many files wait for the clients that asked for them");
            }
            request.getCurrent().addEndHandler(gone -> budget.giveBack(octets));
            return content.get();
        };
    }
}
