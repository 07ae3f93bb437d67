package io.greenstack.api.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

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

    /** A time with its zone; null when the text is null or blank. */
    static Instant time(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw ApiException.invalidParameter(name, "a time such as 2026-03-04T05:06:07Z is needed");
        }
    }
}
