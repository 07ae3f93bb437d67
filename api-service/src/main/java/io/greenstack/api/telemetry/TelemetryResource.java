package io.greenstack.api.telemetry;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.device.DeviceService;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.FileStream;
import io.greenstack.api.platform.Needs;
import io.greenstack.api.platform.Needs.Part;
import io.greenstack.api.platform.Unhurried;
import io.greenstack.api.security.Roles;
import io.greenstack.api.table.TableQuery;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;

/** What a device measures: newest values, history, live stream. */
@Path("/api/devices/{id}/telemetry")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Telemetry", description = "Newest values, history and live stream of a device")
class TelemetryResource {

    private final LatestService latest;
    private final HistoryService history;
    private final HistoryExport export;
    private final StreamService stream;
    private final DeviceService devices;

    public TelemetryResource(LatestService latest, HistoryService history, HistoryExport export,
            StreamService stream, DeviceService devices) {
        this.latest = latest;
        this.history = history;
        this.export = export;
        this.stream = stream;
        this.devices = devices;
    }

    @GET
    @Needs(Part.REDIS)
    @Path("/latest")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Newest value of every parameter", description = "stale = nothing came for a while")
    @Answers(problems = "503 live-data-unavailable")
    public JsonNode latest(String id) {
        return latest.latest(id);
    }

    @GET
    @Needs(Part.NOTHING)
    @Path("/history")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Stored values", description = "As they are, or a function of windows of time. Of more than limit points the newest "
            + "are answered. While the store is away: what Redis still has, with source 'redis'")
    @Answers(problems = {"400 history-refused", "400 history-too-long", "503 telemetry-store-unavailable",
            "503 telemetry-store-access"})
    public History history(String id, @BeanParam HistoryParams params) {
        History found = history.history(List.of(id), params);
        if (found.series().isEmpty()) {
            devices.require(id);
        }
        return found;
    }

    @GET
    @Needs(Part.NOTHING)
    @Unhurried
    @Path("/history/export")
    @Operation(summary = "Stored values as a table", description = "The parameters of the history. CSV and JSON are written while the store is "
            + "read, without 'limit' all readings there are; an export that ends too early breaks off")
    @Answers(types = {"text/csv", "application/json",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}, problems = {"400 history-refused",
                    "400 history-too-long", "503 telemetry-store-unavailable", "503 telemetry-store-access"})
    public RestResponse<FileStream> export(String id, @BeanParam HistoryParams params, @BeanParam TableQuery table) {
        return export.answer(id + "_history", List.of(id), params, table, () -> devices.require(id));
    }

    @GET
    @Path("/stream")
    @Unhurried
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "Live readings as server-sent events named 'reading'")
    @Answers(problems = {"429 too-many-viewers", "503 too-many-viewers"})
    public Multi<OutboundSseEvent> stream(String id, @Context Sse sse) {
        return stream.stream(id, sse);
    }
}
