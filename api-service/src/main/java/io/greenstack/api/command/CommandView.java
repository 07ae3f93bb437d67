package io.greenstack.api.command;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A command as callers see it.
 *
 * @param state {@code queued}, {@code sent}, {@code answered}, {@code failed} or {@code timed_out}
 * @param sentAt when the broker acknowledged it
 * @param answeredAt when the device answered
 * @param late true if the answer was stored after the time-out
 * @param result what the device answered; for a parameter also its decoded value
 * @param error why the device could not do it, in its own words; {@code {"code":"not-publishable","reason"}} when the message
 *        cannot reach it, then without {@code sentAt} and {@code answeredAt}
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommandView(UUID commandId, String deviceId, String command,
        @Schema(implementation = Object.class) JsonNode parameters, String state, String requestedBy,
        Instant createdAt, Instant expiresAt, Instant sentAt, Instant answeredAt, boolean late,
        @Schema(implementation = Object.class) JsonNode result,
        @Schema(implementation = Object.class) JsonNode error) {

    static CommandView of(StoredCommand c) {
        return new CommandView(c.commandId(), c.deviceId(), c.command(), c.parameters(), c.state().label(),
                c.requestedBy(), c.createdAt(), c.expiresAt(), c.sentAt(), c.answeredAt(), c.late(), c.result(),
                c.error());
    }

    /** Whether nothing more is waited for. */
    boolean done() {
        return !state.equals(CommandState.QUEUED.label()) && !state.equals(CommandState.SENT.label());
    }
}
