package io.greenstack.api.command;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.command.CommandResource.CommandRequest;
import io.greenstack.api.platform.Durations;
import io.greenstack.descriptions.ParameterBook.ParameterAddress;

/** Has a bridge read several parameters of a device on a master by one command. */
@ApplicationScoped
public class ParameterReads {

    /** Name of the command. */
    public static final String COMMAND = "read_parameters";
    /** How long the bridge may take for a block. */
    public static final Duration LIMIT = Duration.ofSeconds(60);

    private final CommandService commands;

    ParameterReads(CommandService commands) {
        this.commands = commands;
    }

    /** Sends the command; its answer comes as {@link CommandAnswered}, with {@code values}: each with {@code hex} or {@code error}. */
    public UUID send(String deviceId, List<ParameterAddress> parameters, String by) {
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        ArrayNode list = wanted.putArray("parameters");
        parameters.forEach(parameter -> list.addObject().put("variable_id", parameter.variableId())
                .put("index", parameter.index()).put("subindex", 0));
        return commands
                .create(deviceId, new CommandRequest(COMMAND, wanted, Durations.text(LIMIT), null, null, null, null,
                        null, null, null, null), by)
                .commandId();
    }
}
