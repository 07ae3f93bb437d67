package io.greenstack.api.alarm;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.vertx.redis.client.Response;

/**
 * An alarm of a rule that came or went, as a bridge noted it.
 *
 * @param entry id of the entry in the stream
 * @param deviceId the device
 * @param ruleId the rule
 * @param parameter the parameter, empty if it is about the device as a whole
 * @param raised whether it came
 * @param occurrence number of the alarm
 * @param at when
 * @param value the value that was wrong, null if there is none
 * @param detail its unit or status, may be empty
 */
record RuleChange(String entry, String deviceId, long ruleId, String parameter, boolean raised, long occurrence,
        Instant at, Double value, String detail) {

    /** Which alarm of the device it is. */
    String key() {
        return key(ruleId, parameter);
    }

    static String key(long ruleId, String parameter) {
        return "rule:" + ruleId + (parameter.isEmpty() ? "" : ":" + parameter);
    }

    /** Name of its state. */
    String field() {
        return ruleId + ":" + parameter;
    }

    /**
     * Reads an entry.
     *
     * @throws IllegalArgumentException if it is no such change
     */
    static RuleChange of(Response entry) {
        Map<String, String> fields = new HashMap<>();
        Response values = entry.get(1);
        for (int i = 0; i + 1 < values.size(); i += 2) {
            fields.put(values.get(i).toString(), values.get(i + 1).toString());
        }
        String value = fields.getOrDefault("value", "");
        return new RuleChange(entry.get(0).toString(), text(fields, "device"), number(fields, "rule"),
                fields.getOrDefault("parameter", ""), "raised".equals(fields.get("change")),
                number(fields, "occurrence"), Instant.ofEpochMilli(number(fields, "at")),
                value.isEmpty() ? null : Double.valueOf(value), fields.getOrDefault("detail", ""));
    }

    private static String text(Map<String, String> fields, String name) {
        String text = fields.get(name);
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException("it has no field '" + name + '\'');
        }
        return text;
    }

    private static long number(Map<String, String> fields, String name) {
        return Long.parseLong(text(fields, name));
    }
}
