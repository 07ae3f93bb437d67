package io.greenstack.bridge.dialect;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.greenstack.core.message.ForeignJson;
import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.PayloadLimits;

/** Reads foreign JSON within the limits of all payloads. */
public final class JsonPayloads {

    private static final ForeignJson<JsonNode> JSON = new ForeignJson<>(PayloadLimits.DEFAULT.octets(),
            PayloadLimits.DEFAULT.depth(), new Nodes());

    private JsonPayloads() {}

    /**
     * Translates the document of a payload. A member that stands twice has no value, and costs no other.
     *
     * @throws PayloadException if the payload is empty, too large, too deep or no JSON, or cannot be translated
     */
    public static Translation translate(byte[] payload, Function<JsonNode, Translation> translation) {
        List<ItemFault> faults = new ArrayList<>(0);
        JsonNode document = JSON.read(payload, faults);
        try {
            return translation.apply(document).with(faults);
        } catch (PayloadException e) {
            throw faults.isEmpty() ? e : faults.get(0).ofAll();
        }
    }

    private static final class Nodes implements ForeignJson.Tree<JsonNode> {

        private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

        @Override
        public JsonNode text(String value) {
            return FACTORY.textNode(value);
        }

        @Override
        public JsonNode truth(boolean value) {
            return FACTORY.booleanNode(value);
        }

        @Override
        public JsonNode whole(Number value) {
            return value instanceof BigInteger big ? FACTORY.numberNode(big) : FACTORY.numberNode(value.longValue());
        }

        @Override
        public JsonNode fraction(double value) {
            return FACTORY.numberNode(value);
        }

        @Override
        public JsonNode nothing() {
            return FACTORY.nullNode();
        }

        @Override
        public JsonNode list(List<JsonNode> values) {
            return FACTORY.arrayNode(values.size()).addAll(values);
        }

        @Override
        public JsonNode object(Map<String, JsonNode> members) {
            return FACTORY.objectNode().setAll(members);
        }
    }
}
