package io.greenstack.api.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.greenstack.core.message.WideField;

/**
 * Builds the Flux of history requests. Both layouts of points are asked, each part of a question as a result with a name of its
 * own: every such part begins with the source, since the storage only does by itself what nobody else reads.
 */
final class FluxQueries {

    /** Prefix of results that come from the wide layout. */
    static final String WIDE = "wide_";
    /** Name of results that have readings as they are. */
    static final String READINGS = "readings";
    private static final String TEXTS = "/^(" + WideField.LABEL + '|' + WideField.STATUS + ")/";

    private FluxQueries() {}

    /**
     * The newest readings, one more than the limit. Each series is cut to that number before anything is put together: the store
     * does this while it reads, and else would turn the whole range over first.
     */
    static String newest(String bucket, HistoryQuery query) {
        return both(layout -> {
            StringBuilder flux = source(bucket, query, layout).append(tail(query));
            return flux.append(PIVOT).append(ordered(query, layout == Layout.NARROW ? "parameter" : null))
                    .append(result(layout, READINGS)).toString();
        });
    }

    /** All readings, each series by itself and oldest first. */
    static String readings(String bucket, HistoryQuery query) {
        return both(layout -> source(bucket, query, layout).append(PIVOT).append("  |> sort(columns: [\"_time\"])\n")
                .append(result(layout, READINGS)).toString());
    }

    /** A result for each figure of the windows, and one for each kind of text; one more than the limit of each, newest first. */
    static String windows(String bucket, HistoryQuery query) {
        String function = query.function().name().toLowerCase(Locale.ROOT);
        List<String> functions = List.of("min", "max", "count").contains(function)
                ? List.of("min", "max", "count")
                : List.of(function, "min", "max", "count");
        return both(layout -> {
            StringBuilder flux = new StringBuilder();
            for (String each : functions) {
                flux.append(window(bucket, query, layout, layout.numbers, each, each));
            }
            flux.append(window(bucket, query, layout, layout.labels, "last", "label"));
            return flux.append(window(bucket, query, layout, layout.states, "last", "status")).toString();
        });
    }

    /** Raw process data of a device, a table for each direction. */
    static String processData(String bucket, String device, Instant from, Instant to) {
        return "from(bucket: " + Quoting.flux(bucket) + ")\n  |> range(start: " + from + ", stop: " + to + ")\n"
                + "  |> filter(fn: (r) => r._measurement == \"device_raw\" and r._field == \"hex\")\n"
                + "  |> filter(fn: (r) => r.device_id == " + Quoting.flux(device) + ")\n";
    }

    private static final String PIVOT = "  |> pivot(rowKey: [\"_time\"], columnKey: [\"_field\"], valueColumn: \"_value\")\n";

    /** How points lie in the store. */
    private enum Layout {
        NARROW("device_telemetry", "", "r._field == \"value\"", "r._field == \"label\"",
                "r._field == \"status\""), WIDE("device_values", FluxQueries.WIDE, "r._field !~ " + TEXTS,
                        "r._field =~ /^" + WideField.LABEL + "/",
                        "r._field =~ /^" + WideField.STATUS + "/");

        private final String measurement;
        private final String prefix;
        private final String numbers;
        private final String labels;
        private final String states;

        Layout(String measurement, String prefix, String numbers, String labels, String states) {
            this.measurement = measurement;
            this.prefix = prefix;
            this.numbers = numbers;
            this.labels = labels;
            this.states = states;
        }

        private String parameter(String name) {
            return this == NARROW
                    ? "r.parameter == " + Quoting.flux(name)
                    : "r._field =~ /^(" + WideField.LABEL + '|' + WideField.STATUS + ")?" + Quoting.fluxRegex(name)
                            + "( \\[.*\\])?$/";
        }
    }

    private interface Part {
        String of(Layout layout);
    }

    private static String both(Part part) {
        return part.of(Layout.NARROW) + part.of(Layout.WIDE);
    }

    private static StringBuilder source(String bucket, HistoryQuery query, Layout layout) {
        StringBuilder flux = new StringBuilder(512);
        flux.append("from(bucket: ").append(Quoting.flux(bucket)).append(")\n");
        flux.append("  |> range(start: ").append(query.from()).append(", stop: ").append(query.to()).append(")\n");
        flux.append("  |> filter(fn: (r) => r._measurement == \"").append(layout.measurement).append("\")\n");
        flux.append("  |> filter(fn: (r) => ").append(query.devices().stream()
                .map(device -> "r.device_id == " + Quoting.flux(device)).collect(Collectors.joining(" or ")))
                .append(")\n");
        if (!query.parameters().isEmpty()) {
            flux.append("  |> filter(fn: (r) => ")
                    .append(query.parameters().stream().map(layout::parameter).collect(Collectors.joining(" or ")))
                    .append(")\n");
        }
        return flux;
    }

    private static String window(String bucket, HistoryQuery query, Layout layout, String fields, String function,
            String name) {
        StringBuilder flux = source(bucket, query, layout);
        flux.append("  |> filter(fn: (r) => ").append(fields).append(")\n");
        Duration length = query.every() == null ? Duration.between(query.from(), query.to()) : query.every();
        flux.append("  |> aggregateWindow(every: ").append(length.toNanos()).append("ns, fn: ").append(function);
        if (query.every() == null) {
            flux.append(", offset: ").append(query.from().getEpochSecond()).append('s')
                    .append(query.from().getNano()).append("ns");
        }
        flux.append(", timeSrc: \"_start\", createEmpty: false)\n").append(tail(query));
        return flux.append(ordered(query, layout == Layout.NARROW ? "parameter" : "_field"))
                .append(result(layout, name))
                .toString();
    }

    private static String tail(HistoryQuery query) {
        return "  |> tail(n: " + (query.limit() + 1) + ")\n";
    }

    /** Ordered by the series too, so that the results of all figures end with the same window of the same series. */
    private static String ordered(HistoryQuery query, String series) {
        return "  |> group()\n  |> sort(columns: [\"_time\", \"device_id\""
                + (series == null ? "" : ", \"" + series + '"')
                + "], desc: true)\n  |> limit(n: " + (query.limit() + 1) + ")\n";
    }

    private static String result(Layout layout, String name) {
        return "  |> yield(name: \"" + layout.prefix + name + "\")\n";
    }
}
