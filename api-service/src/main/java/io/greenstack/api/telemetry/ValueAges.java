package io.greenstack.api.telemetry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Says of live values how old they are, and which are too old to be taken for the present ones. */
final class ValueAges {

    private ValueAges() {}

    /**
     * Adds {@code stale} and {@code age_ms} to the view and to each of its values. The age of a value is counted by the arrival of
     * the newest reading, and from there back by the device's own times, so that a device whose clock is wrong is judged
     * rightly.
     *
     * @param received arrival of the newest reading, null if there is none
     * @param gone whether the device is known not to be there, so that no value is live
     */
    static void mark(ObjectNode view, Instant received, Instant now, Duration limit, boolean gone) {
        Duration age = received == null ? null : positive(Duration.between(received, now));
        put(view, age, limit, gone);
        Instant newest = time(view.path("timestamp"));
        for (JsonNode value : view.path("values")) {
            if (value instanceof ObjectNode object) {
                Instant measured = time(object.path("timestamp"));
                boolean known = age != null && newest != null && measured != null;
                put(object, known ? age.plus(positive(Duration.between(measured, newest))) : age, limit, gone);
            }
        }
    }

    private static void put(ObjectNode node, Duration age, Duration limit, boolean gone) {
        node.put("stale", gone || age == null || age.compareTo(limit) > 0);
        if (age != null) {
            node.put("age_ms", age.toMillis());
        }
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static Instant time(JsonNode text) {
        try {
            return text.isTextual() ? Instant.parse(text.textValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
