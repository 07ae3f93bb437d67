package io.greenstack.bridge.dialect.sparkplug;

import java.time.Instant;
import java.util.List;

/**
 * A metric of a payload.
 *
 * @param name name, null where only the alias is given
 * @param alias alias, null if there is none
 * @param timestamp when the value was taken, null if not told
 * @param datatype type index of Sparkplug, 0 if not told
 * @param value {@code Long} (as it came, without sign), {@code Double}, {@code Boolean}, {@code String}, {@code byte[]}, a
 *        template's {@code List<SparkplugMetric>}, or null if the metric has no value
 * @param unit property {@code engUnit}, null if there is none
 */
record SparkplugMetric(String name, Long alias, Instant timestamp, int datatype, Object value, String unit) {

    /** The members of a template, none for any other value. */
    @SuppressWarnings("unchecked")
    List<SparkplugMetric> members() {
        return value instanceof List<?> list ? (List<SparkplugMetric>) list : List.of();
    }
}
