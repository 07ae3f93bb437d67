package io.greenstack.api.master;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.greenstack.api.security.Roles;

/** What the bridge that runs the masters says of them. */
@Path("/api/masters/reports")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Masters", description = "IO-Link masters, their ports and what hangs on them")
class MasterReportResource {

    private final MasterService service;

    MasterReportResource(MasterService service) {
        this.service = service;
    }

    @POST
    @Operation(summary = "Take in how it is with masters; for mqtt-bridge", description = "What an earlier bridge says is left out.")
    public TakenReports take(@NotNull @Valid MasterReports reports) {
        return new TakenReports(service.take(reports));
    }

    /**
     * What came of a report.
     *
     * @param taken of how many masters it counts
     */
    record TakenReports(int taken) {}
}
