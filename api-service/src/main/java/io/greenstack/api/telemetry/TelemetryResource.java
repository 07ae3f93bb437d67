package io.greenstack.api.telemetry;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import io.greenstack.api.platform.FileContent;
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
    private final StreamService stream;
    private final DeviceService devices;

    public TelemetryResource(LatestService latest, HistoryService history, StreamService stream,
            DeviceService devices) {
        this.latest = latest;
        this.history = history;
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
    @Operation(summary = "Stored values", description = "from and to: ISO 8601 with zone, or -15m; every: 10s, 5m, 1h averages, each with the least and the greatest reading (min, max); "
            + "of more than limit points the newest are answered. parameter may come several times or hold several names "
            + "with commas between them; a comma of a name is written \\\\,")
    @Answers(problems = {"400 history-refused", "503 telemetry-store-unavailable", "503 telemetry-store-access"})
    public History history(String id, @QueryParam("parameter") List<String> parameters, @QueryParam("from") String from,
            @QueryParam("to") String to, @QueryParam("every") String every, @QueryParam("limit") String limit) {
        History found = history.history(id, parameters, from, to, every, limit);
        if (found.series().isEmpty()) {
            devices.require(id);
        }
        return found;
    }

    @GET
    @Path("/history/export")
    @Operation(summary = "Stored values as a table", description = "The parameters of the history; columns timestamp, parameter, value, "
            + "unit, label, status, min, max")
    @Answers(problems = {"400 history-refused", "503 telemetry-store-unavailable", "503 telemetry-store-access"})
    public RestResponse<FileContent> export(String id, @QueryParam("parameter") List<String> parameters,
            @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("every") String every,
            @QueryParam("limit") String limit, @BeanParam TableQuery table) {
        return table.answer(HistoryTable.of(history(id, parameters, from, to, every, limit)));
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
