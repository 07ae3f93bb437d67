package io.greenstack.api.telemetry;

import java.util.stream.Collectors;

/** Builds the Flux of history requests. */
final class FluxQueries {

    private FluxQueries() {}

    /**
     * Flux that answers the newest points first, one more than the limit. Each series is cut to that number before anything
     * is put together: the store does this while it reads, and else would turn the whole range over first.
     */
    static String history(String bucket, HistoryQuery query) {
        StringBuilder flux = source(bucket, query);
        if (query.every() == null) {
            newest(flux, query);
            flux.append("  |> pivot(rowKey: [\"_time\"], columnKey: [\"_field\"], valueColumn: \"_value\")\n");
        } else {
            window(flux, query, "value", "mean");
        }
        return ordered(flux, query);
    }

    /** Flux that answers the last text of each window, newest first, one more than the limit. */
    static String texts(String bucket, HistoryQuery query) {
        StringBuilder flux = source(bucket, query);
        window(flux, query, "label", "last");
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

    private static void window(StringBuilder flux, HistoryQuery query, String field, String function) {
        flux.append("  |> filter(fn: (r) => r._field == \"").append(field).append("\")\n");
        flux.append("  |> aggregateWindow(every: ").append(query.every().toMillis()).append("ms, fn: ").append(function)
                .append(", timeSrc: \"_start\", createEmpty: false)\n");
        newest(flux, query);
        flux.append("  |> rename(columns: {_value: \"").append(field).append("\"})\n");
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
