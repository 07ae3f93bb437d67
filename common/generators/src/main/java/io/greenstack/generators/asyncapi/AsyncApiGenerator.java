package io.greenstack.generators.asyncapi;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.descriptions.EventBook.EventText;
import io.greenstack.generators.Blueprint;
import io.greenstack.generators.GeneratedFile;
import io.greenstack.generators.Generator;
import io.greenstack.generators.Json;
import io.greenstack.generators.Measured;

/** An AsyncAPI 3.0 document of the topics of a device, seen from the device: it sends values and receives wishes. */
public final class AsyncApiGenerator implements Generator {

    private static final String TIME = "timestamp";

    @Override
    public About about() {
        return new About("asyncapi", "AsyncAPI document",
                "The topics and messages of the device as an AsyncAPI 3 document, for generators and documentation.");
    }

    @Override
    public GeneratedFile generate(Blueprint blueprint) {
        ObjectNode document = Json.object().put("asyncapi", "3.0.0");
        document.putObject("info").put("title", blueprint.title()).put("version", "1.0.0").put("description",
                "Topics of " + blueprint.origin().product() + " by " + blueprint.origin().fileName() + ".");
        document.put("defaultContentType", "application/json");
        document.putObject("servers").putObject("broker").put("host",
                blueprint.site().brokerHost() + ":" + blueprint.site().brokerPort()).put("protocol", "mqtt");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode schemas = Json.object();
        schemas.set("telemetry", telemetry(blueprint));
        schemas.set("raw", raw(blueprint));
        schemas.set("status", status());
        schemas.set("event", event(blueprint));
        schemas.set("configuration", configuration());
        schemas.set("command", object("command_id", "command", "parameters", TIME, "expires_at"));
        schemas.set("response", object("command_id", "status", "result", "error"));
        channel(blueprint, channels, operations, "telemetry", "send", List.of("telemetry", "raw"));
        channel(blueprint, channels, operations, "status", "send", List.of("status"));
        channel(blueprint, channels, operations, "events", "send", List.of("event"));
        channel(blueprint, channels, operations, "config/reported", "send", List.of("configuration"));
        channel(blueprint, channels, operations, "config/desired", "receive", List.of("configuration"));
        channel(blueprint, channels, operations, "config/delta", "receive", List.of("configuration"));
        channel(blueprint, channels, operations, "commands", "receive", List.of("command"));
        channel(blueprint, channels, operations, "commands/response", "send", List.of("response"));
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        schemas.fieldNames().forEachRemaining(name -> messages.putObject(name).put("name", name).putObject("payload")
                .put("$ref", "#/components/schemas/" + name));
        components.set("schemas", schemas);
        return new GeneratedFile(blueprint.slug() + "-asyncapi.json", "application/json", Json.pretty(document));
    }

    private static void channel(Blueprint blueprint, ObjectNode channels, ObjectNode operations, String rest,
            String action, List<String> messages) {
        String id = rest.replace('/', '-');
        ObjectNode channel = channels.putObject(id);
        String device = blueprint.deviceId() == null ? "{device}" : blueprint.deviceId();
        channel.put("address", blueprint.site().topicPrefix() + "/" + device + "/" + rest);
        if (blueprint.deviceId() == null) {
            channel.putObject("parameters").putObject("device").put("description",
                    "id of the device, [A-Za-z0-9._:-]{1,64}");
        }
        ObjectNode named = channel.putObject("messages");
        ObjectNode operation = operations.putObject(action + "-" + id).put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + id);
        ArrayNode used = operation.putArray("messages");
        for (String message : messages) {
            named.putObject(message).put("$ref", "#/components/messages/" + message);
            used.addObject().put("$ref", "#/channels/" + id + "/messages/" + message);
        }
        operation.putObject("bindings").putObject("mqtt").put("qos", 1).put("retain",
                rest.equals("status") || rest.equals("config/desired"));
    }

    private static ObjectNode telemetry(Blueprint blueprint) {
        ObjectNode schema = Json.object().put("type", "object").put("description",
                "Named values, already in their unit.");
        ObjectNode properties = schema.putObject("properties");
        for (Blueprint.Value value : blueprint.values()) {
            if (value.direction() == Direction.IN) {
                properties.set(value.key(), property(Measured.of(value)));
            }
        }
        properties.set(TIME, time());
        return schema;
    }

    private static ObjectNode property(Measured value) {
        ScalarType type = value.value().field().type();
        ObjectNode property = Json.object().put("title", value.value().title());
        property.put("type", type == ScalarType.BOOLEAN ? "boolean" : value.textual() ? "string" : "number");
        if (value.limited()) {
            property.put("minimum", value.lower()).put("maximum", value.upper());
        }
        StringBuilder text = new StringBuilder(value.unit() == null ? "" : "in " + value.unit());
        for (Measured.Text label : value.labels()) {
            text.append(text.isEmpty() ? "" : "; ").append(Measured.plain(label.number())).append(" = ")
                    .append(label.text());
        }
        if (!text.isEmpty()) {
            property.put("description", text.toString());
        }
        return property;
    }

    private static ObjectNode raw(Blueprint blueprint) {
        ObjectNode schema = Json.object().put("type", "object").put("description",
                "Raw process data; the suite decodes it by the description.");
        ObjectNode properties = schema.putObject("properties");
        for (Direction direction : Direction.values()) {
            List<Frame> frames = blueprint.layout().frames(direction);
            if (!frames.isEmpty()) {
                int octets = frames.stream().mapToInt(Frame::octets).max().orElseThrow();
                properties.putObject(direction == Direction.IN ? "processDataIn" : "processDataOut")
                        .put("type", "string").put("description", "hexadecimal, " + octets + " octets")
                        .put("pattern", "^([0-9A-Fa-f]{2}){1," + octets + "}$");
            }
        }
        properties.putObject("valid").put("type", "boolean");
        properties.set(TIME, time());
        return schema;
    }

    private static ObjectNode status() {
        ObjectNode schema = Json.object().put("type", "object");
        schema.putObject("properties").putObject("state").put("type", "string").set("enum",
                Json.texts(List.of("connected", "disconnected")));
        schema.set("required", Json.texts(List.of("state")));
        return schema;
    }

    private static ObjectNode event(Blueprint blueprint) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ObjectNode code = properties.putObject("code").put("type", "integer").put("minimum", 0).put("maximum", 65_535);
        StringBuilder texts = new StringBuilder();
        for (EventText event : blueprint.events()) {
            texts.append(texts.isEmpty() ? "" : "; ").append(event.code()).append(" = ").append(event.name());
        }
        if (!texts.isEmpty()) {
            code.put("description", texts.toString());
        }
        properties.putObject("mode").put("type", "string").set("enum",
                Json.texts(List.of("appears", "disappears", "singleshot")));
        properties.putObject("type").put("type", "string").set("enum",
                Json.texts(List.of("notification", "warning", "error")));
        properties.set(TIME, time());
        schema.set("required", Json.texts(List.of("code")));
        return schema;
    }

    private static ObjectNode configuration() {
        return Json.object().put("type", "object").put("description",
                "Values by the id of their parameter: wanted, differing or reported.");
    }

    private static ObjectNode object(String... members) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (String member : members) {
            properties.putObject(member);
        }
        schema.set("required", Json.texts(List.of(members[0])));
        return schema;
    }

    private static ObjectNode time() {
        ObjectNode schema = Json.object().put("description", "ISO 8601 with zone, or a number since 1970");
        schema.set("type", Json.texts(List.of("string", "number")));
        return schema;
    }
}
