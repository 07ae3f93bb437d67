package io.greenstack.api.command;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A device has answered a command, which is stored.
 *
 * @param command its name
 * @param ok whether the device did it
 * @param result what it gave back, null if it did not
 * @param error what it said, null if it did it
 */
public record CommandAnswered(String deviceId, UUID commandId, String command, boolean ok, JsonNode result,
        JsonNode error) {}
