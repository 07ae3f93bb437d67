package io.greenstack.api.command;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.platform.ApiException;

/**
 * A device's answer to a command.
 *
 * @param ok whether it did what was asked
 * @param result what it gives back, null if nothing
 * @param error why it could not, null if it does not tell
 */
record DeviceAnswer(String deviceId, UUID commandId, boolean ok, JsonNode result, JsonNode error, Instant answeredAt) {

    /**
     * Reads {@code {"command_id","status":"ok"|"error","result","error"}}. Without a status it is an error if there is one.
     *
     * @throws ApiException when it is not that
     */
    static DeviceAnswer of(CommandResponses.Response response) {
        JsonNode payload = response.payload();
        JsonNode error = present(payload, "error");
        JsonNode status = present(payload, "status");
        String text = status == null ? error == null ? "ok" : "error" : status.asText();
        if (!text.equals("ok") && !text.equals("error")) {
            throw ApiException.invalidParameter("status", "'ok' or 'error' is needed");
        }
        return new DeviceAnswer(response.deviceId(), id(payload.path("command_id").asText()), text.equals("ok"),
                present(payload, "result"), error, response.answeredAt());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.invalidParameter("command_id", "the UUID of the command is needed");
        }
    }

    private static JsonNode present(JsonNode payload, String name) {
        JsonNode value = payload.get(name);
        return value == null || value.isNull() ? null : value;
    }

    DeviceAnswer withResult(JsonNode other) {
        return new DeviceAnswer(deviceId, commandId, ok, other, error, answeredAt);
    }
}
