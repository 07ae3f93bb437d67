package io.greenstack.bridge.dialect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.PayloadLimits;
import io.greenstack.core.message.RejectReason;

/** Reads foreign JSON within the limits of all payloads. */
public final class JsonPayloads {

    private static final PayloadLimits LIMITS = PayloadLimits.DEFAULT;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory FACTORY = JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(LIMITS.depth())
                    .maxStringLength(LIMITS.octets()).maxNumberLength(128).build())
            .build();

    private JsonPayloads() {}

    /**
     * Translates the document of a payload. A member that stands twice has no value, since nothing says which is meant; it
     * costs no other.
     *
     * @throws PayloadException if the payload is empty, too large, too deep or no JSON, or cannot be translated
     */
    public static Translation translate(byte[] payload, Function<JsonNode, Translation> translation) {
        List<ItemFault> faults = new ArrayList<>(0);
        JsonNode document = read(payload, faults);
        try {
            return translation.apply(document).with(faults);
        } catch (PayloadException e) {
            throw faults.isEmpty() ? e : faults.get(0).ofAll();
        }
    }

    private static JsonNode read(byte[] payload, List<ItemFault> faults) {
        if (payload.length == 0) {
            throw new PayloadException(RejectReason.EMPTY_PAYLOAD, "The payload is empty");
        }
        if (payload.length > LIMITS.octets()) {
            throw new PayloadException(RejectReason.PAYLOAD_TOO_LARGE,
                    "The payload has " + payload.length + " octets, the limit is " + LIMITS.octets());
        }
        try (JsonParser json = FACTORY.createParser(payload)) {
            if (json.nextToken() == null) {
                throw new PayloadException(RejectReason.EMPTY_PAYLOAD, "The payload is empty");
            }
            JsonNode document = node(json, "", faults);
            if (json.nextToken() != null) {
                throw new PayloadException(RejectReason.NOT_JSON, "Something follows the end of the payload");
            }
            return document;
        } catch (StreamConstraintsException e) {
            throw new PayloadException(RejectReason.TOO_DEEP,
                    "The payload nests deeper than " + LIMITS.depth() + " levels or has a number that is too long");
        } catch (IOException e) {
            String text = String.valueOf(e.getMessage());
            int end = text.indexOf('\n');
            throw new PayloadException(RejectReason.NOT_JSON,
                    "The payload is not JSON: " + (end < 0 ? text : text.substring(0, end)));
        }
    }

    private static JsonNode node(JsonParser json, String path, List<ItemFault> faults) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json, path, faults);
            case START_ARRAY -> {
                ArrayNode list = NODES.arrayNode();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(node(json, path + "[" + list.size() + "]", faults));
                }
                yield list;
            }
            case VALUE_STRING -> NODES.textNode(json.getText());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(json.getBooleanValue());
            case VALUE_NUMBER_INT -> json.getNumberType() == NumberType.BIG_INTEGER
                    ? NODES.numberNode(json.getBigIntegerValue())
                    : NODES.numberNode(json.getLongValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(json.getDoubleValue());
            default -> NODES.nullNode();
        };
    }

    private static ObjectNode object(JsonParser json, String path, List<ItemFault> faults) throws IOException {
        ObjectNode object = NODES.objectNode();
        Set<String> twice = Set.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (object.has(name)) {
                twice = twice.isEmpty() ? new HashSet<>() : twice;
                twice.add(name);
                json.skipChildren();
            } else {
                object.set(name, node(json, path.isEmpty() ? name : path + "." + name, faults));
            }
        }
        for (String name : twice) {
            object.remove(name);
            faults.add(new ItemFault(RejectReason.DUPLICATE_MEMBER,
                    "'" + (path.isEmpty() ? name : path + "." + name).replaceAll("\\p{Cntrl}", "?")
                            + "' stands twice"));
        }
        return object;
    }
}
