package io.greenstack.api.telemetry;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.FileStream;
import io.greenstack.api.platform.Needs;
import io.greenstack.api.platform.Needs.Part;
import io.greenstack.api.platform.Unhurried;
import io.greenstack.api.security.Roles;
import io.greenstack.api.table.TableQuery;

/** Stored values of several devices in one answer. */
@Path("/api/telemetry/history")
@RolesAllowed(Roles.VIEWER)
@Needs(Part.NOTHING)
@Tag(name = "Telemetry")
class HistoryResource {

    private final HistoryService history;
    private final HistoryExport export;

    HistoryResource(HistoryService history, HistoryExport export) {
        this.history = history;
        this.export = export;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Stored values of several devices", description = "As the history of one device; devices without any are left out")
    @Answers(problems = {"400 history-refused", "400 history-too-long", "503 telemetry-store-unavailable",
            "503 telemetry-store-access"})
    public History history(
            @QueryParam("device") @Parameter(description = "Ids, several times or with commas between them") List<String> devices,
            @BeanParam HistoryParams params) {
        return history.history(required(devices), params);
    }

    @GET
    @Unhurried
    @Path("/export")
    @Operation(summary = "Stored values of several devices as a table", description = "As the export of one device")
    @Answers(types = {"text/csv", "application/json",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}, problems = {"400 history-refused",
                    "400 history-too-long", "503 telemetry-store-unavailable", "503 telemetry-store-access"})
    public RestResponse<FileStream> export(
            @QueryParam("device") @Parameter(description = "Ids, several times or with commas between them") List<String> devices,
            @BeanParam HistoryParams params, @BeanParam TableQuery table) {
        return export.answer("history", required(devices), params, table, () -> {});
    }

    private static List<String> required(List<String> devices) {
        List<String> names = HistoryParams.names("device", devices).stream().distinct().toList();
        if (names.isEmpty()) {
            throw ApiException.invalidParameter("device", "at least one id is needed");
        }
        return names;
    }
}
