package io.greenstack.generators.grafana;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.generators.Blueprint;
import io.greenstack.generators.GeneratedFile;
import io.greenstack.generators.Generator;
import io.greenstack.generators.Json;
import io.greenstack.generators.Measured;
import io.greenstack.generators.Names;

/**
 * A dashboard of Grafana (schema version 39) on the history of the suite: quantities as curves with unit, limits and
 * thresholds, states as timelines with their texts, texts as tables, events as annotations and as a list.
 */
public final class DashboardGenerator implements Generator {

    private static final int SCHEMA_VERSION = 39;
    private static final int ID_DIGITS = 12;
    /** Panels that are open at first; what is below is loaded when its row is opened. */
    private static final int OPEN = 24;

    @Override
    public About about() {
        return new About("grafana-dashboard", "Grafana dashboard",
                "Curves, states and events of the device with their units, limits and texts. Import it in Grafana; the data "
                        + "source is that of the suite.");
    }

    @Override
    public GeneratedFile generate(Blueprint blueprint) {
        List<Measured> values = blueprint.values().stream().map(Measured::of).toList();
        ObjectNode dashboard = Json.object();
        dashboard.put("uid", "gs-" + Names.stableId(ID_DIGITS, String.valueOf(blueprint.origin().descriptionId()),
                String.valueOf(blueprint.deviceId())));
        dashboard.put("title", blueprint.title());
        dashboard.put("description", "Made by GreenStack of " + blueprint.origin().fileName());
        dashboard.set("tags", Json.texts(List.of("greenstack", "generated")));
        dashboard.put("timezone", "browser").put("schemaVersion", SCHEMA_VERSION).put("version", 1)
                .put("editable", true).put("graphTooltip", 1).put("refresh", "10s");
        dashboard.putObject("time").put("from", "now-1h").put("to", "now");
        dashboard.putObject("templating").putArray("list").add(device(blueprint, values));
        dashboard.putObject("annotations").putArray("list").add(events());
        dashboard.putArray("links");
        dashboard.set("panels", panels(values));
        return new GeneratedFile(blueprint.slug() + "-grafana-dashboard.json", "application/json",
                Json.pretty(dashboard));
    }

    private static ArrayNode panels(List<Measured> values) {
        Panels panels = new Panels(OPEN);
        panels.row("Process data");
        for (Measured value : values) {
            if (value.textual()) {
                panels.text(value);
            } else if (value.discrete()) {
                panels.states(value);
            } else {
                panels.curve(value);
            }
        }
        panels.row("Events");
        panels.events();
        return panels.all();
    }

    private static ObjectNode device(Blueprint blueprint, List<Measured> values) {
        ObjectNode device = Json.object().put("name", "device").put("label", "Device").put("hide", 0)
                .put("skipUrlSync", false);
        if (blueprint.deviceId() != null) {
            device.put("type", "constant").put("hide", 2).put("query", blueprint.deviceId());
            device.putObject("current").put("text", blueprint.deviceId()).put("value", blueprint.deviceId());
            return device;
        }
        String query = Flux.devices(values.isEmpty() ? null : values.get(0).value().key());
        device.put("type", "query");
        device.set("datasource", Panels.datasource());
        device.put("query", query).put("definition", query).put("refresh", 2).put("sort", 1).put("multi", true)
                .put("includeAll", true).put("allValue", ".*").put("regex", "");
        ObjectNode current = device.putObject("current");
        current.set("text", Json.texts(List.of("All")));
        current.set("value", Json.texts(List.of("$__all")));
        device.putArray("options");
        return device;
    }

    private static ObjectNode events() {
        ObjectNode annotation = Json.object().put("name", "Events").put("enable", true).put("hide", false)
                .put("iconColor", "orange");
        annotation.set("datasource", Panels.datasource());
        ObjectNode target = annotation.putObject("target").put("refId", "Anno").put("query", Flux.events());
        target.set("datasource", Panels.datasource());
        annotation.putObject("mappings").set("text", Json.object().put("source", "field").put("value", "text"));
        return annotation;
    }
}
