package io.greenstack.generators.grafana;

import io.greenstack.generators.Json;

/** Queries on the measurements of the suite. */
final class Flux {

    static final String DATASOURCE = "greenstack-influxdb";

    private static final String RANGE = "  |> range(start: v.timeRangeStart, stop: v.timeRangeStop)\n";

    private Flux() {}

    /** A text of Flux: quotes, backslashes and {@code ${} escaped. */
    static String literal(String text) {
        return Json.literal(text).replace("${", "\\${");
    }

    /** Means of a value in windows that fit the width of the panel. */
    static String means(String key) {
        return select(numbers(key))
                + "  |> aggregateWindow(every: v.windowPeriod, fn: mean, createEmpty: false)\n" + named(key);
    }

    /** All changes of a value. */
    static String states(String key) {
        return select(numbers(key))
                + "  |> aggregateWindow(every: v.windowPeriod, fn: last, createEmpty: false)\n" + named(key);
    }

    /** The newest text of an attribute. */
    static String text(String key) {
        return select(
                "r._measurement == \"device_metadata\" and r._field == \"value\" and r.attribute == " + literal(key))
                + "  |> last()\n  |> group()\n  |> keep(columns: [\"device_id\", \"_time\", \"_value\"])";
    }

    /** Events, newest first. */
    static String events() {
        return "from(bucket: v.defaultBucket)\n" + RANGE
                + "  |> filter(fn: (r) => r._measurement == \"device_events\")\n"
                + "  |> filter(fn: (r) => r.device_id =~ /^${device:regex}$/)\n"
                + "  |> pivot(rowKey: [\"_time\"], columnKey: [\"_field\"], valueColumn: \"_value\")\n  |> group()\n"
                + "  |> sort(columns: [\"_time\"], desc: true)\n  |> limit(n: 500)";
    }

    /** Ids of the devices that have a value. */
    static String devices(String key) {
        return "import \"influxdata/influxdb/schema\"\n\nschema.tagValues(bucket: v.defaultBucket, tag: \"device_id\", "
                + "predicate: (r) => " + (key == null
                        ? "r._measurement == \"device_telemetry\" or r._measurement == \"device_values\""
                        : numbers(key))
                + ", start: -30d)";
    }

    /** Values of the last minutes, one series a device, for a rule. */
    static String recent(String key, String deviceId) {
        return "from(bucket: v.defaultBucket)\n" + RANGE
                + "  |> filter(fn: (r) => " + numbers(key) + ")\n" + device(deviceId)
                + "  |> keep(columns: [\"_time\", \"_value\", \"device_id\"])\n  |> group(columns: [\"device_id\"])";
    }

    /** Number of values in the last minutes, one series a device. */
    static String counts(String key, String deviceId) {
        return "from(bucket: v.defaultBucket)\n" + RANGE
                + "  |> filter(fn: (r) => r._measurement == \"device_telemetry\" and r.parameter == " + literal(key)
                + " or "
                + wide(key) + ")\n" + device(deviceId) + "  |> group(columns: [\"device_id\"])\n  |> count()";
    }

    /** Number of appearances of an event, one series a device. */
    static String appearances(int code, String deviceId) {
        return "from(bucket: v.defaultBucket)\n" + RANGE
                + "  |> filter(fn: (r) => r._measurement == \"device_events\" and r._field == \"mode\" and r._value != \"disappears\")\n"
                + "  |> filter(fn: (r) => r.code == \"" + code + "\")\n" + device(deviceId)
                + "  |> group(columns: [\"device_id\"])\n  |> count()";
    }

    private static String device(String deviceId) {
        return deviceId == null ? "" : "  |> filter(fn: (r) => r.device_id == " + literal(deviceId) + ")\n";
    }

    private static String select(String predicate) {
        return "from(bucket: v.defaultBucket)\n" + RANGE + "  |> filter(fn: (r) => " + predicate
                + ")\n  |> filter(fn: (r) => r.device_id =~ /^${device:regex}$/)\n"
                + "  |> group(columns: [\"device_id\"])\n";
    }

    /** The numbers of a parameter in both layouts of points, with a line for each value and with one for each message. */
    private static String numbers(String key) {
        return "r._measurement == \"device_telemetry\" and r._field == \"value\" and r.parameter == " + literal(key)
                + " or "
                + wide(key);
    }

    /** There the parameter is the name of the field, with the unit in brackets behind it. */
    private static String wide(String key) {
        return "r._measurement == \"device_values\" and (r._field == " + literal(key) + " or r._field =~ /^"
                + pattern(key)
                + " \\[/)";
    }

    /** Part of a regular expression that matches this very text; a dollar in it is no variable of Grafana. */
    private static String pattern(String text) {
        StringBuilder pattern = new StringBuilder();
        text.codePoints().forEach(c -> pattern.append(c < 0x80 && !Character.isLetterOrDigit(c)
                ? String.format("\\x%02x", c)
                : Character.toString(c)));
        return pattern.toString();
    }

    private static String named(String key) {
        return "  |> map(fn: (r) => ({r with _field: r.device_id}))\n"
                + "  |> keep(columns: [\"_time\", \"_value\", \"_field\"])\n  |> yield(name: " + literal(key) + ")";
    }
}
