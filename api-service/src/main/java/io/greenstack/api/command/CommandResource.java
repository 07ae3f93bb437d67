package io.greenstack.api.command;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.command.CommandService.CommandView;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Durations;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.Unhurried;
import io.greenstack.api.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Commands to devices, and reading and writing their parameters. */
@Path("/api/devices/{id}/commands")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Commands", description = "Commands to devices and their answers")
class CommandResource {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final CommandService service;
    private final SecurityIdentity caller;

    public CommandResource(CommandService service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Unhurried
    @Blocking
    @Operation(summary = "Send a command to a device", description = "Answers 202 with the command, which is sent as soon as the "
            + "broker takes it; with wait (such as 5s, at most 30s) the state that is reached by then, 200 if the command is done. "
            + "read_parameter and write_parameter take 'parameter', 'subindex' and 'value' and are resolved by the IODD "
            + "of the device; 422 says what it does not allow. system_command writes 'value' to index 2 and needs 'confirm'. "
            + "write_parameters takes an object of parameters and values as 'value', and writes them as one block with 'block'. "
            + "write_output takes names and values of output data as 'value'.")
    @Answers(value = {200, 202}, problems = {"409 no-description", "413 parameters-too-large",
            "422 value-not-valid", "422 confirmation-needed", "429 too-many-commands"})
    public Uni<RestResponse<CommandView>> create(String id, @QueryParam("wait") String wait,
            @NotNull @Valid CommandRequest request) {
        Duration limit = Durations.read("wait", wait, Duration.ZERO, Duration.ZERO, LONGEST_WAIT);
        CommandView created = service.create(id, request, caller.getPrincipal().getName());
        return limit.isZero()
                ? Uni.createFrom().item(answer(created))
                : service.await(created, limit).map(CommandResource::answer);
    }

    private static RestResponse<CommandView> answer(CommandView view) {
        return RestResponse.ResponseBuilder
                .create(view.done() ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED, view)
                .location(URI.create("/api/devices/" + view.deviceId() + "/commands/" + view.commandId())).build();
    }

    @GET
    @Operation(summary = "Commands of a device, newest first", description = "state is queued, sent, answered, failed or timed_out.")
    public RestResponse<List<CommandView>> list(String id, @QueryParam("state") String state,
            @BeanParam PageQuery page) {
        return page.answer(service.page(id, Params.constant("state", state, CommandState.class, null),
                page.toRequest()));
    }

    @GET
    @Path("/{command}")
    @Operation(summary = "One command with its answer")
    @Answers(problems = "404 unknown-command")
    public CommandView get(String id, String command) {
        try {
            return service.get(id, UUID.fromString(command));
        } catch (IllegalArgumentException e) {
            throw ApiException.notFound("'" + command + "' is no id of a command.");
        }
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Unhurried
    @Blocking
    @Operation(summary = "Changes of the commands of a device as they come (server-sent events)")
    @Answers(problems = {"429 too-many-viewers", "503 too-many-viewers"})
    public Multi<OutboundSseEvent> stream(String id, @Context Sse sse) {
        return service.stream(id, sse);
    }

    /**
     * A command that a device is to carry out.
     *
     * @param command its name; {@code read_parameter} and {@code write_parameter} are resolved by the description of the device
     * @param parameters whatever the device understands
     * @param timeout how long to wait for the answer, such as {@code 30s}, {@code 5m}, {@code 24h}; 1 s to 24 h, default 30 s
     * @param parameter parameter that is read or written: variable id, index or unique name
     * @param subindex record item or array element; absent or 0 for the whole
     * @param value value that is written
     * @param scaled true if numbers of it are given as menus show them instead of raw
     * @param unitCode unit of scaled numbers where menus offer several
     * @param readBack whether a written parameter is read again, so that the answer has what the device took
     * @param confirm that a system command is really meant
     * @param block whether {@code write_parameters} writes all as one block or none; absent: where the device takes blocks
     */
    record CommandRequest(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._:/-]{1,128}", message = "a name of 1 to 128 letters, digits, '.', '_', ':', '/' and '-' is needed") String command,
            @Schema(implementation = Object.class) JsonNode parameters, String timeout,
            @Schema(implementation = String.class) JsonNode parameter, @Min(0) @Max(255) Integer subindex,
            @Schema(implementation = Object.class) JsonNode value, Boolean scaled, Integer unitCode, Boolean readBack,
            Boolean confirm, Boolean block) {

        static final String READ = "read_parameter";
        static final String WRITE = "write_parameter";
        static final String SYSTEM = "system_command";
        static final String OUTPUT = "write_output";
        static final String WRITE_ALL = "write_parameters";

        boolean accessesParameter() {
            return command.equals(READ) || command.equals(WRITE) || command.equals(SYSTEM);
        }

        boolean writesSeveral() {
            return command.equals(WRITE_ALL);
        }

        boolean writesOutput() {
            return command.equals(OUTPUT);
        }
    }
}
