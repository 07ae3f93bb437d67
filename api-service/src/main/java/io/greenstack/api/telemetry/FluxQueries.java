package io.greenstack.api.telemetry;

import java.util.stream.Collectors;

/** Builds the Flux of history requests. */
final class FluxQueries {

    private FluxQueries() {}

    /** Flux that answers the newest points first, one more than the limit. */
    static String history(String bucket, HistoryQuery query) {
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
        if (query.every() == null) {
            flux.append("  |> pivot(rowKey: [\"_time\"], columnKey: [\"_field\"], valueColumn: \"_value\")\n");
        } else {
            flux.append("  |> filter(fn: (r) => r._field == \"value\")\n");
            flux.append("  |> aggregateWindow(every: ").append(query.every().toMillis())
                    .append("ms, fn: mean, timeSrc: \"_start\", createEmpty: false)\n");
            flux.append("  |> rename(columns: {_value: \"value\"})\n");
        }
        flux.append("  |> group()\n");
        flux.append("  |> sort(columns: [\"_time\"], desc: true)\n");
        flux.append("  |> limit(n: ").append(query.limit() + 1).append(")\n");
        return flux.toString();
    }
}
