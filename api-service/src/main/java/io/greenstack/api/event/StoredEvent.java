package io.greenstack.api.event;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.greenstack.core.message.EventMessage;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An event as it is stored.
 *
 * @param id number of the event; later ones have larger numbers
 * @param deviceId the device
 * @param code event code, 0 to 65535
 * @param mode whether it appears, disappears or happens once
 * @param type how severe it is, null if the device does not tell
 * @param occurredAt when it happened
 * @param receivedAt when the bridge received it
 * @param active whether it has appeared and not disappeared since
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredEvent(long id, String deviceId, int code, EventMessage.Mode mode, EventMessage.Type type,
        Instant occurredAt, Instant receivedAt, boolean active) {}
