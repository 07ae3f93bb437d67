package io.greenstack.core.message;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one telemetry message of a device says, decoded: published to the live view.
 *
 * @param deviceId whose values
 * @param timestamp when they were measured
 * @param receivedAt when the message arrived
 * @param traceparent W3C trace context of the message, null if not traced
 * @param raw the raw process data it was decoded from, null for named values
 * @param values by key, in the order of the message
 */
public record Reading(DeviceId deviceId, Instant timestamp, Instant receivedAt, String traceparent, Raw raw,
        Map<String, Value> values) {

    /**
     * Raw process data.
     *
     * @param direction {@code in} or {@code out}
     * @param hex octets in upper-case hexadecimal
     */
    public record Raw(String direction, String hex) {}

    /**
     * One value.
     *
     * @param name name for screens
     * @param value {@code Double}, {@code Boolean}, {@code String}, {@code byte[]}, {@code Instant}, {@code Duration},
     *        or null where the status says why
     * @param unit symbol of the unit, null if none
     * @param label text of the value, null if none
     * @param status null for an ordinary value
     */
    public record Value(String name, Object value, String unit, String label, String status) {}

    public Reading {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
