package io.greenstack.generators.prometheus;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.greenstack.descriptions.EventBook.EventText;
import io.greenstack.generators.Blueprint;
import io.greenstack.generators.GeneratedFile;
import io.greenstack.generators.Generator;
import io.greenstack.generators.Json;
import io.greenstack.generators.Measured;
import io.greenstack.generators.Names;

/**
 * Alert rules of Prometheus on what {@code GET /api/telemetry/metrics} exports of the live view: a value outside its limits,
 * silence, an event that is there.
 */
public final class PrometheusRulesGenerator implements Generator {

    private static final int MOST = 500;

    @Override
    public About about() {
        return new About("prometheus-rules", "Prometheus alert rules",
                "Rules for values outside their limits, silence and events, on the metrics of /api/telemetry/metrics. Name the "
                        + "file under rule_files.");
    }

    @Override
    public GeneratedFile generate(Blueprint blueprint) {
        StringBuilder yaml = new StringBuilder(4096);
        yaml.append("# Made by GreenStack of ").append(oneLine(blueprint.origin().fileName())).append(".\n")
                .append("# Prometheus has to scrape /api/telemetry/metrics with a key of the scope viewer.\ngroups:\n  - name: ")
                .append(Json.literal("greenstack " + blueprint.title())).append("\n    rules:\n");
        String selector = blueprint.deviceId() == null
                ? "description_id=\"" + blueprint.origin().descriptionId() + '"'
                : "device_id=" + Json.literal(blueprint.deviceId());
        Names names = new Names(80, Set.of());
        int count = 0;
        for (Measured value : blueprint.values().stream().map(Measured::of).toList()) {
            if (value.limited() && count++ < MOST) {
                String series = "greenstack_device_value{" + selector + ",parameter="
                        + Json.literal(value.value().key()) + "}";
                rule(yaml, names.identifier(value.value().key() + " outside range"),
                        series + " < " + Measured.plain(value.lower()) + " or " + series + " > "
                                + Measured.plain(value.upper()),
                        "2m", "warning", escaped(value.value().title())
                                + " of {{ $labels.device_id }} is {{ $value }}, permitted are "
                                + escaped(value.limits()));
            }
        }
        rule(yaml, names.identifier("silence"), "greenstack_device_value_age_seconds{" + selector + "} > 600", "1m",
                "error", "No values of {{ $labels.device_id }} for {{ $value | humanizeDuration }}");
        for (EventText event : blueprint.events()) {
            String type = event.type() == null ? "" : event.type().toLowerCase(Locale.ROOT);
            if (List.of("error", "warning").contains(type) && count++ < MOST) {
                String name = event.name() == null || event.name().isBlank() ? "event" : event.name();
                rule(yaml, names.identifier("event %04X %s".formatted(event.code(), name)),
                        "greenstack_device_event_active{" + selector + ",code=\"" + event.code() + "\"} == 1", "0s",
                        type, escaped(name) + " at {{ $labels.device_id }}"
                                + (event.description() == null ? "" : ": " + escaped(event.description())));
            }
        }
        return new GeneratedFile(blueprint.slug() + "-prometheus-rules.yml", "application/yaml", yaml.toString());
    }

    private static void rule(StringBuilder yaml, String name, String expression, String pending, String severity,
            String summary) {
        yaml.append("      - alert: ").append(name).append("\n        expr: ").append(Json.literal(expression))
                .append("\n        for: ").append(pending).append("\n        labels:\n          severity: ")
                .append(severity).append("\n          source: greenstack\n        annotations:\n          summary: ")
                .append(Json.literal(summary)).append('\n');
    }

    /** A text of a vendor, in which Prometheus must see no place of a template. */
    private static String escaped(String text) {
        return text.replace("{{", "{ {");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R|\\p{Cntrl}", " ");
    }
}
