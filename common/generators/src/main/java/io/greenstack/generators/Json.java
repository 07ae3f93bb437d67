package io.greenstack.generators;

import java.math.BigDecimal;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.core.processdata.LayoutJson;
import io.greenstack.core.processdata.ProcessDataLayout;

/** JSON as generated files have it: two blanks of indentation, LF, members in the order they were set. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
    private static final Set<String> DECIMALS = Set.of("gradient", "offset", "lower", "upper");

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An empty array. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** An array of texts. */
    public static ArrayNode texts(Iterable<String> texts) {
        ArrayNode array = array();
        texts.forEach(array::add);
        return array;
    }

    /** The document, indented, with a line end behind it. */
    public static String pretty(JsonNode document) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return MAPPER.writer(printer).writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document that cannot be written as JSON", e);
        }
    }

    /** A text as a literal of JSON, which is one of JavaScript, Python, YAML and Flux strings without {@code $} too. */
    public static String literal(String text) {
        return array().add(text).get(0).toString().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    /** A layout as clients without decimal numbers need it: gradients, offsets, limits and codes as texts. */
    public static ObjectNode layout(ProcessDataLayout layout) {
        try {
            ObjectNode tree = (ObjectNode) MAPPER.readTree(LayoutJson.write(layout));
            decimalsAsText(tree);
            return tree;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A layout that is no JSON", e);
        }
    }

    private static void decimalsAsText(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                boolean code = member.getKey().equals("value") && (object.has("text") || object.has("status"));
                if (member.getValue().isNumber() && (code || DECIMALS.contains(member.getKey()))) {
                    BigDecimal number = member.getValue().decimalValue();
                    member.setValue(object.textNode(number.toPlainString()));
                }
            });
        }
        node.forEach(Json::decimalsAsText);
    }
}
