package io.greenstack.api.command;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.greenstack.api.command.CommandService.CommandResponses;
import io.greenstack.api.security.Roles;

/** Answers of devices to commands, as the bridge hands them on. */
@Path("/api/commands/responses")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Commands", description = "Commands to devices and their answers")
class CommandResponseResource {

    private final CommandService service;

    public CommandResponseResource(CommandService service) {
        this.service = service;
    }

    @POST
    @Operation(summary = "Take in answers of devices; for mqtt-bridge", description = "One result for each answer in the same order. May be repeated.")
    public CommandResponses.Outcomes answer(@NotNull @Valid CommandResponses batch) {
        return service.answer(batch);
    }
}
