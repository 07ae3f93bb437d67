package io.greenstack.api.command;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A command as it is stored.
 *
 * @param id order of the commands
 * @param commandId what it is known by outside
 * @param parameters as the device gets them, null if there are none
 * @param requestedBy who wants it
 * @param expiresAt when it is too late to be done or answered
 * @param sentAt when the broker had acknowledged it, null if it has not
 * @param answeredAt when the device answered, by its own clock if it told; null if it has not
 * @param late whether the answer came after the time-out
 * @param target parameter that is read or written, null for other commands
 * @param traceparent trace of the request, null if there is none
 */
record StoredCommand(long id, UUID commandId, String deviceId, String command, JsonNode parameters, CommandState state,
        String requestedBy, Instant createdAt, Instant expiresAt, Instant sentAt, Instant answeredAt, boolean late,
        JsonNode result, JsonNode error, ParameterTarget target, String traceparent) {}
