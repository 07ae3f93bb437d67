package io.greenstack.generators.grafana;

import java.math.BigDecimal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.core.processdata.ScalarType;
import io.greenstack.generators.Json;
import io.greenstack.generators.Measured;

/** The panels of a dashboard, three in a line. Beyond a number they go into a row that is closed. */
final class Panels {

    private static final int WIDTH = 24;
    private static final int PANEL_WIDTH = 8;
    private static final int PANEL_HEIGHT = 7;

    private final ArrayNode panels = Json.array();
    private final int open;
    private ArrayNode target = panels;
    private int count;
    private int id;
    private int x;
    private int y;

    /** @param open number of panels after which the others are closed */
    Panels(int open) {
        this.open = open;
    }

    ArrayNode all() {
        return panels;
    }

    static ObjectNode datasource() {
        return Json.object().put("type", "influxdb").put("uid", Flux.DATASOURCE);
    }

    void row(String title) {
        target = panels;
        newLine();
        section(title, false);
    }

    void curve(Measured value) {
        ObjectNode panel = panel("timeseries", value, Flux.means(value.value().key()));
        ObjectNode defaults = defaults(panel, value);
        defaults.putObject("custom").put("lineWidth", 1).put("fillOpacity", value.limited() ? 0 : 10)
                .put("showPoints", "auto").put("spanNulls", false)
                .set("thresholdsStyle", Json.object().put("mode", value.limited() ? "line" : "off"));
        panel.putObject("options").set("legend", Json.object().put("displayMode", "list").put("placement", "bottom")
                .put("showLegend", true).set("calcs", Json.array().add("lastNotNull")));
    }

    void states(Measured value) {
        ObjectNode panel = panel("state-timeline", value, Flux.states(value.value().key()));
        ObjectNode mapping = Json.object().put("type", "value");
        ObjectNode texts = mapping.putObject("options");
        int index = 0;
        for (Measured.Text label : value.labels()) {
            texts.set(Measured.plain(label.number()),
                    Json.object().put("text", label.text()).put("index", index++));
        }
        if (value.value().field().type() == ScalarType.BOOLEAN && value.labels().isEmpty()) {
            texts.set("0", Json.object().put("text", "false").put("index", 0));
            texts.set("1", Json.object().put("text", "true").put("index", 1));
        }
        defaults(panel, value).putArray("mappings").add(mapping);
        panel.putObject("options").put("mergeValues", true).put("showValue", "auto").put("rowHeight", 0.9);
    }

    void text(Measured value) {
        ObjectNode panel = panel("table", value, Flux.text(value.value().key()));
        panel.putObject("fieldConfig").putObject("defaults");
        ((ObjectNode) panel.get("fieldConfig")).putArray("overrides");
        panel.putObject("options").put("showHeader", true);
    }

    void events() {
        newLine();
        ObjectNode panel = place("table", "Events", WIDTH, PANEL_HEIGHT + 1);
        query(panel, Flux.events());
        panel.putObject("fieldConfig").putObject("defaults");
        ((ObjectNode) panel.get("fieldConfig")).putArray("overrides");
        panel.putObject("options").put("showHeader", true);
    }

    private ObjectNode panel(String type, Measured value, String query) {
        if (count == open && target == panels) {
            newLine();
            section("More process data", true);
        }
        count++;
        if (x + PANEL_WIDTH > WIDTH) {
            newLine();
        }
        ObjectNode panel = place(type, value.value().title(), PANEL_WIDTH, PANEL_HEIGHT);
        panel.put("description", value.value().key());
        query(panel, query);
        return panel;
    }

    private void section(String title, boolean collapsed) {
        ObjectNode row = Json.object().put("id", ++id).put("type", "row").put("title", title)
                .put("collapsed", collapsed);
        row.set("gridPos", Json.object().put("x", 0).put("y", y).put("w", WIDTH).put("h", 1));
        ArrayNode inner = row.putArray("panels");
        panels.add(row);
        y++;
        target = collapsed ? inner : panels;
    }

    private ObjectNode place(String type, String title, int width, int height) {
        ObjectNode panel = Json.object().put("id", ++id).put("type", type).put("title", title);
        panel.set("datasource", datasource());
        panel.set("gridPos", Json.object().put("x", x).put("y", y).put("w", width).put("h", height));
        x += width;
        target.add(panel);
        return panel;
    }

    private void newLine() {
        if (x > 0) {
            x = 0;
            y += PANEL_HEIGHT;
        }
    }

    private static void query(ObjectNode panel, String query) {
        ObjectNode target = panel.putArray("targets").addObject().put("refId", "A").put("query", query);
        target.set("datasource", datasource());
    }

    private static ObjectNode defaults(ObjectNode panel, Measured value) {
        ObjectNode config = panel.putObject("fieldConfig");
        ObjectNode defaults = config.putObject("defaults");
        config.putArray("overrides");
        defaults.put("unit", Units.of(value.unit()));
        ObjectNode thresholds = defaults.putObject("thresholds").put("mode", "absolute");
        ArrayNode steps = thresholds.putArray("steps");
        if (value.limited()) {
            defaults.put("min", new BigDecimal(Measured.plain(value.lower())));
            defaults.put("max", new BigDecimal(Measured.plain(value.upper())));
            steps.addObject().put("color", "red").putNull("value");
            steps.addObject().put("color", "green").put("value", new BigDecimal(Measured.plain(value.lower())));
            steps.addObject().put("color", "red").put("value", new BigDecimal(Measured.plain(value.upper())));
        } else {
            steps.addObject().put("color", "green").putNull("value");
        }
        return defaults;
    }
}
