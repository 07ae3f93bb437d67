package io.greenstack.api.openapi;

import java.util.Map;

import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Descriptions and examples of parameters that have the same meaning wherever they are. */
final class DocumentedParameters {

    private static final String DEVICE = "/api/devices/{id}";

    private static final Map<String, Meaning> QUERY = Map.ofEntries(
            entry("q", "Words to find", "temperature"),
            entry("lang", "Language of the texts, for example de or pt-BR; wins over Accept-Language", "de"),
            entry("Accept-Language", "Languages that the caller reads", "de, en;q=0.8"),
            entry("If-Match", "ETag that was read; 412 if it is another one now", "\"7\""),
            entry("from", "First instant, included; ISO 8601 with its zone", "2026-11-29T06:00:00Z"),
            entry("to", "Last instant, not included; ISO 8601 with its zone", "2026-11-30T06:00:00Z"),
            entry("sort", "Member to sort by, with '-' before it for the reverse", null),
            entry("cursor", "Where the page begins, out of the Link of the page before", null),
            entry("vendor_id", "IO-Link vendor id or CIP vendor code", 888),
            entry("vendor_code", "CIP vendor code", 283),
            entry("product_code", "CIP product code", 101),
            entry("device_id", "Device", null),
            entry("description_id", "Id of a description", 42),
            entry("kind", "Format", "iodd"),
            entry("label", "key=value or a key; may come several times", "line=4"),
            entry("format", "Format of the answer", null),
            entry("ids", "Catalog ids with commas between them", "41,42"),
            entry("field", "Keys of values and ids of parameters; may come several times", "temperature"),
            entry("code", "Code of events, decimal or 0x with hexadecimal digits", "0x8C40"),
            entry("limit", "Most items", 10),
            entry("parameter", "Name of the value; may come several times", "temperature"),
            entry("topic", "MQTT topic or filter", "devices/press-7/telemetry"),
            entry("confirm", "true, so that nothing is deleted by mistake", "true"),
            entry("flow_type", "Type of flow", "monitoring"),
            entry("device", "Device id", "press-7"),
            entry("actor", "Name of a key", "line-4"),
            entry("method", "Method of HTTP", "PUT"),
            entry("path", "What the path begins with", "/api/devices/"),
            entry("refused", "true: only what was answered with 400 or more; false: only what was done", "true"),
            entry("device_ids", "Catalog ids with commas between them", "41,42"),
            entry("device_type", "IODD or EDS", "IODD"),
            entry("reason", "Reason of dead letters", "not-json"),
            entry("service", "Name of a service", "mqtt-bridge"),
            entry("connection", "connected, disconnected, silent or unknown", "connected"),
            entry("state", "State, see the answer for those that there are", null),
            entry("wait", "How long to wait for the answer of the device", "5s"),
            entry("type", "notification, warning or error", "warning"),
            entry("every", "Window of averages: 10s, 5m, 1h", "5m"),
            entry("host", "Address to put into the recipe", "192.168.1.10"),
            entry("active", "true: only what has appeared and not disappeared since", "true"),
            entry("scope", "Part, all of it unless said", "devices"),
            entry("status", "Status, see the answer for those that there are", null),
            entry("open", "true: only what is not over", "true"),
            entry("priority", "Priority, see the answer for those that there are", null),
            entry("rule", "Id of a rule", 3),
            entry("enabled", "true: only what is switched on; false: only what is not", "true"),
            entry("vendor", "Part of the maker's name", "ifm"),
            entry("product", "Part of the product's name", "LR2750"),
            entry("version", "Version that it has to have; 409 if it is another one now", 3),
            entry("role", "observer, maintenance or specialist", "observer"),
            entry("subindex", "Subindex, 0 = the whole", 0));

    private static final Map<String, Meaning> PATH = Map.ofEntries(
            entry("asset_id", "Id of a file of the description", 3),
            entry("attachment", "Id of an attachment", 7),
            entry("assembly", "Number or name of an assembly", "101"),
            entry("command", "Id of a command", "0c3cc0de-6f5d-4a33-9b6b-6f4b3f8f9d11"),
            entry("content", "parameters, process-data or events", "parameters"),
            entry("generator", "Name of a generator, see GET /api/generators", "node-red-monitoring"),
            entry("kind", "Format: iodd or eds", "iodd"),
            entry("name", "Name", "redis"),
            entry("number", "Number of the entry in the file", 1),
            entry("parameter", "Index or id of a parameter", "60"),
            entry("platform", "Platform, see GET /api/generate/platforms", "node-red"),
            entry("port", "Number of a port", 1),
            entry("product_code", "CIP product code", 101),
            entry("replay", "Id of a replay", null),
            entry("service", "Name of a service", "mqtt-bridge"),
            entry("vendor_code", "CIP vendor code", 283));

    private DocumentedParameters() {}

    private record Meaning(String description, Object example) {}

    private static Map.Entry<String, Meaning> entry(String name, String description, Object example) {
        return Map.entry(name, new Meaning(description, example));
    }

    /** Says what a parameter means where its operation does not. */
    static void describe(String path, Parameter parameter) {
        Meaning meaning = parameter.getIn() == Parameter.In.PATH
                ? inPath(path, parameter)
                : QUERY.get(parameter.getName());
        if (isConstant(parameter)) {
            if (parameter.getDescription() == null) {
                parameter.setDescription("One of the constants");
            }
            return;
        }
        if (meaning == null) {
            return;
        }
        if (parameter.getDescription() == null) {
            parameter.setDescription(meaning.description());
        }
        if (parameter.getExample() == null && parameter.getExamples() == null && meaning.example() != null
                && isScalar(parameter)) {
            parameter.setExample(fitting(parameter, meaning.example()));
        }
    }

    private static Meaning inPath(String path, Parameter parameter) {
        if (!parameter.getName().equals("id")) {
            return PATH.get(parameter.getName());
        }
        return path.startsWith(DEVICE)
                ? new Meaning("Id of the device", "press-7")
                : new Meaning("Id", isNumber(parameter) ? Integer.valueOf(42) : null);
    }

    private static boolean isConstant(Parameter parameter) {
        return parameter.getSchema() != null
                && (parameter.getSchema().getRef() != null || parameter.getSchema().getEnumeration() != null);
    }

    private static boolean isScalar(Parameter parameter) {
        return parameter.getSchema() == null || parameter.getSchema().getType() == null
                || !parameter.getSchema().getType().contains(SchemaType.ARRAY);
    }

    private static boolean isNumber(Parameter parameter) {
        return parameter.getSchema() != null && parameter.getSchema().getType() != null
                && parameter.getSchema().getType().contains(SchemaType.INTEGER);
    }

    private static Object fitting(Parameter parameter, Object example) {
        return isNumber(parameter) ? example : example.toString();
    }
}
