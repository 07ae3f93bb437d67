package io.greenstack.api.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI document of the build without the endpoints of tests and without what is used by none, and in one order, whatever
 * the order of the build was.
 */
final class CanonicalDocument {

    private static final String BUILT = "META-INF/quarkus-generated-openapi-doc.JSON";
    private static final String REFERENCE = "#/components/";
    private static final String TEST_ENDPOINTS = "/api/test/";
    private static final Set<String> UNORDERED = Set.of("required", "tags", "parameters");
    private static final ObjectMapper JSON = new ObjectMapper();

    private CanonicalDocument() {}

    /** Where the committed one lies. */
    static Path file() {
        return Path.of(System.getProperty("greenstack.root", ".."), "api-service/openapi/openapi.json");
    }

    /** The one that the build made. */
    static JsonNode built() throws IOException {
        try (InputStream octets = Thread.currentThread().getContextClassLoader().getResourceAsStream(BUILT)) {
            return of(JSON.readTree(octets));
        }
    }

    /** The committed one. */
    static JsonNode committed() throws IOException {
        return Files.exists(file()) ? of(JSON.readTree(file().toFile())) : JSON.createObjectNode();
    }

    static void write(JsonNode document) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines).withArrayIndenter(lines);
        Files.write(file(),
                (JSON.writer(printer).writeValueAsString(document) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode of(JsonNode document) {
        ObjectNode kept = document.deepCopy();
        ObjectNode paths = (ObjectNode) kept.path("paths");
        List<String> ofTests = new ArrayList<>();
        paths.fieldNames().forEachRemaining(path -> {
            if (path.startsWith(TEST_ENDPOINTS)) {
                ofTests.add(path);
            }
        });
        paths.remove(ofTests);
        prune((ObjectNode) kept.path("components"), paths);
        Set<String> tags = new TreeSet<>();
        paths.findValues("tags").forEach(each -> each.forEach(tag -> tags.add(tag.asText())));
        ArrayNode described = JsonNodeFactory.instance.arrayNode();
        kept.path("tags").forEach(tag -> {
            if (tags.contains(tag.path("name").asText())) {
                described.add(tag);
            }
        });
        kept.set("tags", described);
        return ordered(null, kept);
    }

    /** Leaves only components that an operation refers to, be it through others. */
    private static void prune(ObjectNode components, JsonNode paths) {
        Set<String> reached = new TreeSet<>();
        List<JsonNode> open = new ArrayList<>(List.of(paths));
        while (!open.isEmpty()) {
            for (JsonNode reference : open.remove(open.size() - 1).findValues("$ref")) {
                String name = reference.asText();
                if (name.startsWith(REFERENCE) && reached.add(name)) {
                    open.add(components.at(name.substring(REFERENCE.length() - 1)));
                }
            }
        }
        for (Map.Entry<String, JsonNode> kind : components.properties()) {
            if (!kind.getKey().equals("securitySchemes")) {
                List<String> names = new ArrayList<>();
                kind.getValue().fieldNames().forEachRemaining(names::add);
                names.removeIf(name -> reached.contains(REFERENCE + kind.getKey() + '/' + name));
                ((ObjectNode) kind.getValue()).remove(names);
            }
        }
    }

    private static JsonNode ordered(String member, JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(each -> sorted.put(each.getKey(),
                    each.getKey().equals("example") ? each.getValue() : ordered(each.getKey(), each.getValue())));
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            sorted.forEach(object::set);
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            List<JsonNode> items = new ArrayList<>(
                    StreamSupport.stream(node.spliterator(), false).map(each -> ordered(null, each)).toList());
            if (UNORDERED.contains(String.valueOf(member))) {
                items.sort(Comparator.comparing(item -> item.path("in").asText() + item.path("name").asText()
                        + item.toString()));
            }
            array.addAll(items);
            return array;
        }
        return node;
    }
}
