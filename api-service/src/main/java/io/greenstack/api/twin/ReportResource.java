package io.greenstack.api.twin;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.platform.Retries;
import io.greenstack.api.security.Roles;
import io.greenstack.api.twin.model.ReportReader.TimeSource;
import io.greenstack.descriptions.Sparse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What devices report, many at a time; for mqtt-bridge. */
@Path("/api/shadows/reports")
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

    /**
     * Reports of any number of devices, those of one device in the order in which it sent them.
     *
     * @param reports 1 to 1,000
     */
    record ReportBatch(@NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid DeviceReport> reports) {

        /**
         * What a device reported, as the bridge hands it on.
         *
         * @param deviceId the device
         * @param payload what it sent
         * @param timestamp time of the report in ms since 1970
         * @param timeSource where that time comes from, ARRIVAL unless said
         * @param replayed whether it is a dead letter that is replayed, false unless said; its arrival is the first one
         */
        record DeviceReport(@NotNull String deviceId, @NotNull ObjectNode payload, long timestamp,
                TimeSource timeSource, boolean replayed) {

            public DeviceReport {
                timeSource = timeSource == null ? TimeSource.ARRIVAL : timeSource;
            }
        }
    }

    /**
     * What became of the reports of a batch.
     *
     * @param results one for each report, in the same order
     */
    record ReportOutcomes(List<ReportOutcome> results) {

        /**
         * What became of a report.
         *
         * @param status {@code applied}, {@code unchanged} when the twin has it all already, or {@code rejected} for good
         * @param code why it was rejected
         * @param detail the same for people
         */
        @RegisterForReflection
        record ReportOutcome(String status, String code, String detail) implements Sparse {

            static final ReportOutcome APPLIED = new ReportOutcome("applied", null, null);
            static final ReportOutcome UNCHANGED = new ReportOutcome("unchanged", null, null);

            static ReportOutcome rejected(String code, String detail) {
                return new ReportOutcome("rejected", code, detail);
            }
        }
    }
}
