package io.greenstack.generators.nodered;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.descriptions.ParameterLine;
import io.greenstack.generators.Blueprint;
import io.greenstack.generators.Blueprint.Value;
import io.greenstack.generators.GeneratedFile;
import io.greenstack.generators.Generator;
import io.greenstack.generators.Json;
import io.greenstack.generators.Template;

/**
 * A flow of Node-RED to import, made of the nodes that come with it. Raw process data is decoded in the flow, by the layout
 * of the description. The device and the key of the API are environment variables of the tab, so no secret is in the file.
 */
public final class FlowGenerator implements Generator {

    /** Most values and most parameters that get nodes of their own: beyond it nobody finds anything in a tab. */
    private static final int MOST = 60;
    private static final Template DECODE = Template.of("node-red-decode.js");
    private static final Template DECODER = Template.of("decode.js");
    private static final String COMMAND = """
            // Body and header of POST /api/devices/{id}/commands; 202 or 200 with the state of the command.
            const device = env.get("GREENSTACK_DEVICE");
            if (!device) { node.error("Set GREENSTACK_DEVICE in the properties of the tab", msg); return null; }
            msg.url = %s + "/api/devices/" + encodeURIComponent(device) + "/commands?wait=5s";
            msg.method = "POST";
            msg.headers = { "Content-Type": "application/json", "X-API-Key": env.get("GREENSTACK_API_KEY") };
            msg.payload = %s;
            return msg;
            """;

    private final FlowType type;

    /** A generator of flows of one type. */
    public FlowGenerator(FlowType type) {
        this.type = type;
    }

    @Override
    public About about() {
        return new About(type.generator, type.title,
                type.description);
    }

    @Override
    public GeneratedFile generate(Blueprint blueprint) {
        FlowNodes nodes = new FlowNodes(id() + "/" + blueprint.origin().descriptionId() + "/" + blueprint.deviceId());
        tab(nodes, blueprint);
        if (type.monitors) {
            monitor(nodes, blueprint);
        }
        if (type.controls) {
            control(nodes, blueprint);
        }
        return new GeneratedFile(blueprint.slug() + "-" + id() + ".json", "application/json",
                Json.pretty(nodes.all()));
    }

    private static void tab(FlowNodes nodes, Blueprint blueprint) {
        ObjectNode tab = nodes.tab(blueprint.title());
        tab.put("info", "Made by GreenStack of " + blueprint.origin().fileName()
                + ".\n\nGREENSTACK_DEVICE is the id of "
                + "the device, GREENSTACK_API_KEY a key of the scope operator. Set both in the properties of this tab.");
        ArrayNode env = tab.putArray("env");
        env.addObject().put("name", "GREENSTACK_DEVICE")
                .put("value", blueprint.deviceId() == null ? "" : blueprint.deviceId()).put("type", "str");
        env.addObject().put("name", "GREENSTACK_API_KEY").put("value", "").put("type", "str");
        nodes.broker(blueprint.site().brokerHost(), blueprint.site().brokerPort());
    }

    private static void monitor(FlowNodes nodes, Blueprint blueprint) {
        String decode = DECODE.fill(Map.of("product", Json.literal(blueprint.origin().product()), "layout",
                Json.layout(blueprint.layout()).toString(), "decoder", DECODER.fill(Map.of())));
        nodes.comment("Values: " + blueprint.title());
        ObjectNode in = nodes.subscribe("telemetry", blueprint.topic("telemetry"));
        ObjectNode values = nodes.function("decode", decode);
        FlowNodes.wire(in, values);
        FlowNodes.wire(values, nodes.debug("all values"));
        for (Value value : first(blueprint.values())) {
            ObjectNode pick = nodes.pick(value);
            FlowNodes.wire(values, pick);
            FlowNodes.wire(pick, nodes.debug(value.title()));
        }
        nodes.nextBlock();
        for (String topic : List.of("events", "status")) {
            ObjectNode source = nodes.subscribe(topic, blueprint.topic(topic));
            FlowNodes.wire(source, nodes.debug(topic));
        }
        nodes.nextBlock();
    }

    private static void control(FlowNodes nodes, Blueprint blueprint) {
        nodes.comment("Parameters: " + blueprint.title());
        ObjectNode request = nodes.request();
        ObjectNode answer = nodes.debug("answer of the device");
        FlowNodes.wire(request, answer);
        String api = Json.literal(blueprint.site().apiUrl());
        for (ParameterLine parameter : first(blueprint.writable())) {
            String key = parameter.id();
            if (parameter.accessRights().contains("r")) {
                String body = "{ command: \"read_parameter\", parameter: " + Json.literal(key) + " }";
                command(nodes, request, "read " + parameter.name(), "date", "", COMMAND.formatted(api, body));
            }
            String body = "{ command: \"write_parameter\", parameter: " + Json.literal(key)
                    + ", value: msg.payload, scaled: true }";
            command(nodes, request, "write " + parameter.name(), "json", "0", COMMAND.formatted(api, body));
        }
    }

    private static void command(FlowNodes nodes, ObjectNode request, String name, String type, String payload,
            String code) {
        ObjectNode button = nodes.inject(name, type, payload);
        ObjectNode function = nodes.function(name, code);
        FlowNodes.wire(button, function);
        FlowNodes.wire(function, request);
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MOST, all.size()));
    }
}
