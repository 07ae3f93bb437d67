package io.greenstack.api.event;

import io.greenstack.api.platform.ApiException;

/** Reads query parameters of lists of events. */
final class EventParams {

    private EventParams() {}

    /** An event code, decimal or hexadecimal; null when the text is null or blank. */
    static Integer code(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            int code = Integer.decode(text.strip());
            if (code >= 0 && code <= 0xFFFF) {
                return code;
            }
        } catch (NumberFormatException e) {
            throw ApiException.invalidParameter("code", "a number from 0 to 65535 is needed, decimal or 0x...");
        }
        throw ApiException.invalidParameter("code", "a number from 0 to 65535 is needed, decimal or 0x...");
    }
}
