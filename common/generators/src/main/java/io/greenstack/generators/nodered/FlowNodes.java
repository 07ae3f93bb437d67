package io.greenstack.generators.nodered;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.generators.Blueprint.Value;
import io.greenstack.generators.Json;
import io.greenstack.generators.Names;

/** The nodes of a flow, each in its place; ids stay the same when a flow is made again. */
final class FlowNodes {

    private static final int ID_DIGITS = 16;
    private static final int LEFT = 150;
    private static final int COLUMN = 240;
    private static final int ROW = 40;
    private static final int TOP = 60;

    private final ArrayNode nodes = Json.array();
    private final String seed;
    private final String tab;
    private final String broker;
    private int row;

    FlowNodes(String seed) {
        this.seed = seed;
        this.tab = Names.stableId(ID_DIGITS, seed, "tab");
        this.broker = Names.stableId(ID_DIGITS, seed, "broker");
    }

    ArrayNode all() {
        return nodes;
    }

    ObjectNode tab(String label) {
        return nodes.addObject().put("id", tab).put("type", "tab").put("label", label).put("disabled", false);
    }

    void broker(String host, int port) {
        nodes.addObject().put("id", broker).put("type", "mqtt-broker").put("name", "GreenStack").put("broker", host)
                .put("port", String.valueOf(port)).put("clientid", "").put("autoConnect", true).put("usetls", false)
                .put("protocolVersion", "5").put("keepalive", "60").put("cleansession", true);
    }

    void comment(String text) {
        node("comment", text, 0);
        row++;
    }

    ObjectNode subscribe(String name, String topic) {
        return wired("mqtt in", name, 0).put("topic", topic).put("qos", "1").put("datatype", "utf8")
                .put("broker", broker).put("nl", false).put("rap", true).put("rh", 0).put("inputs", 0);
    }

    ObjectNode function(String name, String code) {
        ObjectNode function = wired("function", name, 1).put("func", code).put("outputs", 1).put("noerr", 0)
                .put("initialize", "")
                .put("finalize", "");
        function.set("libs", Json.array());
        return function;
    }

    /** A message with one value of many, and no message where the value is not there. */
    ObjectNode pick(Value value) {
        String key = Json.literal(value.key());
        String code = "if (!(" + key + " in msg.payload) && !(" + key + " in msg.statuses)) { return null; }\n"
                + "return { topic: msg.topic + \"/\" + " + key + ", payload: msg.payload[" + key + "], unit: msg.units["
                + key + "], label: msg.labels[" + key + "], status: msg.statuses[" + key + "] };\n";
        ObjectNode pick = wired("function", value.title(), 2).put("func", code).put("outputs", 1).put("noerr", 0)
                .put("initialize", "").put("finalize", "");
        pick.set("libs", Json.array());
        return pick;
    }

    ObjectNode debug(String name) {
        ObjectNode debug = node("debug", name, 3).put("active", true).put("tosidebar", true).put("console", false)
                .put("tostatus", true).put("complete", "payload").put("targetType", "msg")
                .put("statusVal", "payload").put("statusType", "auto");
        debug.set("wires", Json.array());
        row++;
        return debug;
    }

    ObjectNode inject(String name, String type, String payload) {
        ObjectNode inject = wired("inject", name, 0).put("repeat", "").put("crontab", "").put("once", false)
                .put("onceDelay", 0.1).put("topic", "").put("payload", payload).put("payloadType", type);
        ArrayNode props = inject.putArray("props");
        props.addObject().put("p", "payload");
        row++;
        return inject;
    }

    ObjectNode request() {
        return wired("http request", "POST command", 2).put("method", "use").put("ret", "obj").put("paytoqs", "ignore")
                .put("url", "").put("tls", "").put("persist", false).put("proxy", "").put("insecureHTTPParser", false)
                .put("authType", "").put("senderr", true);
    }

    void nextBlock() {
        row++;
    }

    static void wire(ObjectNode from, ObjectNode to) {
        ((ArrayNode) from.get("wires").get(0)).add(to.get("id").textValue());
    }

    private ObjectNode wired(String type, String name, int column) {
        ObjectNode node = node(type, name, column);
        node.putArray("wires").addArray();
        return node;
    }

    private ObjectNode node(String type, String name, int column) {
        String id = Names.stableId(ID_DIGITS, seed, type, name, String.valueOf(nodes.size()));
        return nodes.addObject().put("id", id).put("type", type).put("z", tab).put("name", name)
                .put("x", LEFT + COLUMN * column).put("y", TOP + ROW * row);
    }
}
