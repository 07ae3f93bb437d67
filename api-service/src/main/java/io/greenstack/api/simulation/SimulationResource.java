package io.greenstack.api.simulation;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.openapi.Answers;
import io.greenstack.api.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;

/** Simulated devices. */
@Path("/api/simulations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Simulations", description = "Devices that do not exist, made of any description")
class SimulationResource {

    private final SimulationService service;
    private final SecurityIdentity caller;

    SimulationResource(SimulationService service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    /**
     * What a device is to show for a while.
     *
     * @param values by field key: a special value such as no_data, a label, a number, true or false; empty for none any more
     * @param seconds how long; absent: 30
     */
    @Schema(name = "SimulationShowRequest")
    record ShowRequest(@NotNull @Size(max = 200) Map<@Size(max = 200) String, JsonNode> values,
            @Min(1) @Max(86_400) Integer seconds) {}

    /**
     * An event that is to happen.
     *
     * @param code 0 to 65535
     * @param mode appears, disappears or singleshot; absent: singleshot
     * @param type notification, warning or error; absent: warning
     */
    @Schema(name = "SimulationEventRequest")
    record EventRequest(@NotNull @Min(0) @Max(65_535) Integer code,
            @Pattern(regexp = "appears|disappears|singleshot") String mode,
            @Pattern(regexp = "notification|warning|error") String type) {}

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Simulated devices")
    public List<SimulationView> list() {
        return service.list();
    }

    @POST
    @Operation(summary = "Simulate a device", description = "It registers, is bound, and sends raw process data through the broker as a "
            + "device would: signals in the ranges of each field, events now and then.")
    @Answers(value = 201, problems = {"403 simulations-off", "404 unknown-description", "409 simulation-exists",
            "409 too-many-simulations", "422 not-simulable", "503 outbound-full"})
    public RestResponse<SimulationView> create(@NotNull @Valid SimulationRequest request) {
        SimulationView made = service.create(request, caller.getPrincipal().getName());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .location(URI.create("/api/simulations/" + made.deviceId())).build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One simulated device, with what its fields can show")
    @Answers(problems = "404 unknown-simulation")
    public SimulationView get(@PathParam("id") String deviceId) {
        return service.get(deviceId);
    }

    @POST
    @Path("/{id}/show")
    @Operation(summary = "Show other values for a while", description = "Such as a special value; the other fields go on.")
    @Answers(problems = "404 unknown-simulation")
    public SimulationView show(@PathParam("id") String deviceId, @NotNull @Valid ShowRequest request) {
        return service.show(deviceId, request.values(), request.seconds() == null ? 30 : request.seconds());
    }

    @POST
    @Path("/{id}/events")
    @Operation(summary = "Let an event happen")
    @Answers(value = 204, problems = {"404 unknown-simulation", "503 outbound-full"})
    public void event(@PathParam("id") String deviceId, @NotNull @Valid EventRequest request) {
        service.event(deviceId, request.code(), request.mode() == null ? "singleshot" : request.mode(),
                request.type() == null ? "warning" : request.type());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Stop a simulated device", description = "It says that it is disconnected; the device and its history stay.")
    @Answers(problems = {"404 unknown-simulation", "503 outbound-full"})
    public void stop(@PathParam("id") String deviceId) {
        service.stop(deviceId);
    }
}
