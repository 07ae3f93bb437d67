package io.greenstack.api.command;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.outbound.OutboundMessage;

/** What a device is sent for a command. */
@ApplicationScoped
class CommandMessages {

    static final String ID_PREFIX = "command:";

    private final Topics topics;

    public CommandMessages(MqttConfig mqtt) {
        this.topics = new Topics(mqtt.topicPrefix());
    }

    /** Too late it is not published any more, so that nothing is done of which nobody expects an answer. */
    OutboundMessage of(StoredCommand command) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("command_id", command.commandId().toString());
        message.put("command", command.command());
        if (command.parameters() != null) {
            message.set("parameters", command.parameters());
        }
        message.put("timestamp", command.createdAt().toString());
        message.put("expires_at", command.expiresAt().toString());
        if (command.traceparent() != null) {
            message.put("traceparent", command.traceparent());
        }
        return new OutboundMessage(ID_PREFIX + command.commandId(),
                topics.topic(TopicKind.COMMANDS, new DeviceId(command.deviceId())),
                message.toString().getBytes(StandardCharsets.UTF_8), 1, false, command.expiresAt(),
                command.traceparent(), true);
    }
}
