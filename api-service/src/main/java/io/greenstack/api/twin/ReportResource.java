package io.greenstack.api.twin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.greenstack.api.platform.Retries;
import io.greenstack.api.security.Roles;

/** What devices report, many at a time; for mqtt-bridge. */
@Path("/api/shadows/reports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Twins")
class ReportResource {

    private final TwinService service;

    public ReportResource(TwinService service) {
        this.service = service;
    }

    @POST
    @Operation(summary = "Take in what devices report", description = "One transaction, one result for each report in the same order. "
            + "May be repeated: what a twin has already changes nothing.")
    public ReportOutcomes report(@NotNull @Valid ReportBatch batch) {
        return new ReportOutcomes(Retries.onConflict(() -> service.report(batch.reports())));
    }
}
