package io.greenstack.api.telemetry;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Builds the Flux of history requests. */
final class FluxQueries {

    private static final String PIVOT = "  |> pivot(rowKey: [\"_time\"], columnKey: [\"_field\"], valueColumn: \"_value\")\n";
    /** What is asked of a window, by the column that it becomes. */
    private static final Map<String, String> FUNCTIONS = new TreeMap<>(
            Map.of("value", "mean", "min", "min", "max", "max"));

    private FluxQueries() {}

    /**
     * Flux that answers the newest points first, one more than the limit. Each series is cut to that number before anything
     * is put together: the store does this while it reads, and else would turn the whole range over first.
     */
    static String history(String bucket, HistoryQuery query) {
        StringBuilder flux = source(bucket, query);
        if (query.every() == null) {
            newest(flux, query);
            flux.append(PIVOT);
        } else {
            windows(flux, query);
        }
        return ordered(flux, query);
    }

    /** Flux that answers the last text of each window, newest first, one more than the limit. */
    static String texts(String bucket, HistoryQuery query) {
        StringBuilder flux = source(bucket, query);
        only(flux, "label");
        window(flux, query, "last");
        flux.append("  |> rename(columns: {_value: \"label\"})\n");
        return ordered(flux, query);
    }

    private static StringBuilder source(String bucket, HistoryQuery query) {
        StringBuilder flux = new StringBuilder(512);
        flux.append("from(bucket: ").append(Quoting.flux(bucket)).append(")\n");
        flux.append("  |> range(start: ").append(query.from()).append(", stop: ").append(query.to()).append(")\n");
        flux.append("  |> filter(fn: (r) => r._measurement == \"device_telemetry\" and r.device_id == ")
                .append(Quoting.flux(query.deviceId())).append(")\n");
        if (!query.parameters().isEmpty()) {
            flux.append("  |> filter(fn: (r) => ").append(query.parameters().stream()
                    .map(parameter -> "r.parameter == " + Quoting.flux(parameter)).collect(Collectors.joining(" or ")))
                    .append(")\n");
        }
        return flux;
    }

    /**
     * The average of each window with its least and greatest reading beside it. Each of the three is cut and read on its own,
     * which lets the store work them out where the data are.
     */
    private static void windows(StringBuilder flux, HistoryQuery query) {
        only(flux, "value");
        flux.insert(0, "readings = ");
        for (Map.Entry<String, String> each : FUNCTIONS.entrySet()) {
            flux.append("of_").append(each.getKey()).append(" = readings\n");
            window(flux, query, each.getValue());
            flux.append("  |> set(key: \"_field\", value: \"").append(each.getKey()).append("\")\n");
        }
        flux.append("union(tables: [of_").append(String.join(", of_", FUNCTIONS.keySet())).append("])\n");
        flux.append(PIVOT);
    }

    private static void only(StringBuilder flux, String field) {
        flux.append("  |> filter(fn: (r) => r._field == \"").append(field).append("\")\n");
    }

    private static void window(StringBuilder flux, HistoryQuery query, String function) {
        flux.append("  |> aggregateWindow(every: ").append(query.every().toMillis()).append("ms, fn: ").append(function)
                .append(", timeSrc: \"_start\", createEmpty: false)\n");
        newest(flux, query);
    }

    private static void newest(StringBuilder flux, HistoryQuery query) {
        flux.append("  |> tail(n: ").append(query.limit() + 1).append(")\n");
    }

    private static String ordered(StringBuilder flux, HistoryQuery query) {
        flux.append("  |> group()\n");
        flux.append("  |> sort(columns: [\"_time\"], desc: true)\n");
        flux.append("  |> limit(n: ").append(query.limit() + 1).append(")\n");
        return flux.toString();
    }
}
