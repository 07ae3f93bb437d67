package io.greenstack.mappings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Rules as JSON, in snake case; members that this version does not know are skipped. */
public final class MappingJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MappingJson() {}

    /** @throws IOException if it is no object with a name */
    public static Mapping read(byte[] document) throws IOException {
        return read(JSON.readTree(document));
    }

    /** @throws IOException if it is no object with a name */
    public static Mapping read(JsonNode node) throws IOException {
        if (!node.path("name").isTextual()) {
            throw new IOException("a mapping has a name");
        }
        List<String> topics = new ArrayList<>();
        node.path("topics").forEach(topic -> topics.add(topic.asText()));
        return new Mapping(node.path("name").asText(), text(node, "description"), topics,
                "text".equals(text(node, "format")) ? Mapping.Format.TEXT : Mapping.Format.JSON, text(node, "zone"),
                text(node, "for_each"), text(node, "when"), text(node, "device"), text(node, "values"),
                text(node, "time"), text(node, "registration"), text(node, "state"), text(node, "events"),
                text(node, "process_data"));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.path(name).asText() : null;
    }

    /** Writes the members of a rule into an object that is open. */
    public static void write(Mapping mapping, JsonGenerator json) throws IOException {
        json.writeStringField("name", mapping.name());
        json.writeStringField("description", mapping.description());
        json.writeArrayFieldStart("topics");
        for (String topic : mapping.topics()) {
            json.writeString(topic);
        }
        json.writeEndArray();
        json.writeStringField("format", mapping.format().name().toLowerCase(Locale.ROOT));
        write("zone", mapping.zone(), json);
        write("for_each", mapping.forEach(), json);
        write("when", mapping.when(), json);
        write("device", mapping.device(), json);
        write("values", mapping.values(), json);
        write("time", mapping.time(), json);
        write("registration", mapping.registration(), json);
        write("state", mapping.state(), json);
        write("events", mapping.events(), json);
        write("process_data", mapping.processData(), json);
    }

    private static void write(String name, String text, JsonGenerator json) throws IOException {
        if (text != null) {
            json.writeStringField(name, text);
        }
    }
}
