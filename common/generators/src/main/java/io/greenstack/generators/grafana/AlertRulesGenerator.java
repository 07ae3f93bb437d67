package io.greenstack.generators.grafana;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.descriptions.EventBook.EventText;
import io.greenstack.generators.Blueprint;
import io.greenstack.generators.GeneratedFile;
import io.greenstack.generators.Generator;
import io.greenstack.generators.Json;
import io.greenstack.generators.Measured;
import io.greenstack.generators.Names;

/**
 * Alert rules of Grafana, as a file for its folder {@code provisioning/alerting}: a value outside its limits, no values, an
 * event that is an error or a warning. There is one alert for each device.
 */
public final class AlertRulesGenerator implements Generator {

    private static final int ID_DIGITS = 16;
    private static final int RANGE_SECONDS = 600;
    private static final int EVENT_SECONDS = 3_600;
    /** Rules are evaluated one by one: a description with thousands of events must not stop Grafana. */
    private static final int MOST = 200;

    @Override
    public About about() {
        return new About("grafana-alerts", "Grafana alert rules",
                "Rules for values outside their limits, silence and events. Put the file into provisioning/alerting of Grafana.");
    }

    @Override
    public GeneratedFile generate(Blueprint blueprint) {
        ObjectNode file = Json.object().put("apiVersion", 1);
        ObjectNode group = file.putArray("groups").addObject().put("orgId", 1).put("name", blueprint.title())
                .put("folder", "GreenStack").put("interval", "1m");
        ArrayNode rules = group.putArray("rules");
        List<Measured> values = blueprint.values().stream().map(Measured::of).toList();
        for (Measured value : values) {
            if (value.limited() && rules.size() < MOST) {
                rules.add(range(blueprint, value));
            }
        }
        values.stream().filter(value -> !value.textual()).findFirst()
                .ifPresent(value -> rules.add(silence(blueprint, value)));
        for (EventText event : blueprint.events()) {
            String type = event.type() == null ? "" : event.type().toLowerCase(Locale.ROOT);
            if ((type.equals("error") || type.equals("warning")) && rules.size() < MOST) {
                rules.add(event(blueprint, event, type));
            }
        }
        return new GeneratedFile(blueprint.slug() + "-grafana-alerts.json", "application/json", Json.pretty(file));
    }

    private static ObjectNode range(Blueprint blueprint, Measured value) {
        ObjectNode rule = rule(blueprint, "range/" + value.value().key(),
                value.value().title() + " outside " + value.limits(),
                Flux.recent(value.value().key(), blueprint.deviceId()), RANGE_SECONDS, "last");
        condition(rule, "outside_range", value.lower().doubleValue(),
                value.upper().doubleValue());
        return finish(rule, "2m", "OK", "warning", escaped(value.value().title()) + " of {{ $labels.device_id }} is "
                + "{{ $values.B.Value }}, permitted are " + escaped(value.limits()));
    }

    private static ObjectNode silence(Blueprint blueprint, Measured value) {
        ObjectNode rule = rule(blueprint, "silence", "No values of " + blueprint.title(),
                Flux.counts(value.value().key(), blueprint.deviceId()), RANGE_SECONDS, "last");
        condition(rule, "lt", 1);
        return finish(rule, "0s", "Alerting", "error", "No values for 10 minutes");
    }

    private static ObjectNode event(Blueprint blueprint, EventText event, String type) {
        String name = event.name() == null || event.name().isBlank() ? "Event " + event.code() : event.name();
        String code = "0x%04X".formatted(event.code());
        ObjectNode rule = rule(blueprint, "event/" + event.code(), name + " (" + code + ")",
                Flux.appearances(event.code(), blueprint.deviceId()), EVENT_SECONDS, "last");
        condition(rule, "gt", 0);
        String summary = escaped(name) + " at {{ $labels.device_id }}"
                + (event.description() == null || event.description().isBlank()
                        ? ""
                        : ": " + escaped(event.description()));
        return finish(rule, "0s", "OK", type, summary);
    }

    /** A text of a vendor, in which Grafana must see no place of a template. */
    private static String escaped(String text) {
        return text.replace("{{", "{ {");
    }

    private static ObjectNode rule(Blueprint blueprint, String what, String title, String query, int seconds,
            String reducer) {
        ObjectNode rule = Json.object();
        rule.put("uid", "gs" + Names.stableId(ID_DIGITS, blueprint.origin().descriptionId() + "/"
                + blueprint.deviceId(), what));
        rule.put("title", title).put("condition", "C");
        ArrayNode data = rule.putArray("data");
        ObjectNode source = data.addObject().put("refId", "A").put("datasourceUid", Flux.DATASOURCE);
        source.set("relativeTimeRange", Json.object().put("from", seconds).put("to", 0));
        source.putObject("model").put("refId", "A").put("query", query).put("maxDataPoints", 43_200)
                .put("intervalMs", 1_000);
        ObjectNode last = data.addObject().put("refId", "B").put("datasourceUid", "__expr__");
        last.set("relativeTimeRange", Json.object().put("from", seconds).put("to", 0));
        last.putObject("model").put("refId", "B").put("type", "reduce").put("reducer", reducer).put("expression", "A");
        ObjectNode limit = data.addObject().put("refId", "C").put("datasourceUid", "__expr__");
        limit.set("relativeTimeRange", Json.object().put("from", seconds).put("to", 0));
        limit.putObject("model").put("refId", "C").put("type", "threshold").put("expression", "B");
        return rule;
    }

    private static void condition(ObjectNode rule, String type, double... params) {
        ObjectNode model = (ObjectNode) rule.get("data").get(2).get("model");
        ArrayNode numbers = Json.array();
        for (double param : params) {
            numbers.add(param);
        }
        ObjectNode evaluator = Json.object().put("type", type);
        evaluator.set("params", numbers);
        model.putArray("conditions").addObject().set("evaluator", evaluator);
    }

    private static ObjectNode finish(ObjectNode rule, String pending, String noData, String severity, String summary) {
        rule.put("for", pending).put("noDataState", noData).put("execErrState", "Error").put("isPaused", false);
        rule.putObject("labels").put("severity", severity).put("source", "greenstack");
        rule.putObject("annotations").put("summary", summary);
        return rule;
    }
}
