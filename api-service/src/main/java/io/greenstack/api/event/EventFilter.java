package io.greenstack.api.event;

import java.time.Instant;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Params;
import io.greenstack.core.message.EventMessage;

/**
 * Which events are wanted; null = any.
 *
 * @param deviceId the device
 * @param code event code
 * @param type how severe
 * @param active true = only those that have appeared and not disappeared since
 * @param from the earliest time
 * @param to the first time that is too late
 */
record EventFilter(String deviceId, Integer code, EventMessage.Type type, Boolean active, Instant from, Instant to) {

    private static final String CODE = "a number from 0 to 65535 is needed, decimal or 0x...";

    /**
     * Reads query parameters; each may be null or blank.
     *
     * @throws ApiException 400 {@code invalid-parameter} when one cannot be read
     */
    static EventFilter of(String device, String code, String type, String active, String from, String to) {
        return new EventFilter(Params.textOrNull(device), code(code),
                Params.constant("type", type, EventMessage.Type.class, null), Params.booleanOrNull("active", active),
                Params.instantOrNull("from", from), Params.instantOrNull("to", to));
    }

    /** An event code, decimal or hexadecimal. */
    private static Integer code(String text) {
        try {
            Integer code = Params.textOrNull(text) == null ? null : Integer.decode(text.strip());
            if (code == null || code >= 0 && code <= 0xFFFF) {
                return code;
            }
        } catch (NumberFormatException e) {
            throw ApiException.invalidParameter("code", CODE);
        }
        throw ApiException.invalidParameter("code", CODE);
    }
}
