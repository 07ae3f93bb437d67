package io.greenstack.api.twin.model;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Replacing a document by another, expressed as a merge patch, so that what stays the same keeps its metadata. */
public final class Replacement {

    private Replacement() {}

    /** The merge patch that makes the one document of the other; the other one has no nulls. */
    public static ObjectNode patch(ObjectNode from, ObjectNode to) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : from.properties()) {
            if (!to.has(member.getKey())) {
                patch.putNull(member.getKey());
            }
        }
        for (Map.Entry<String, JsonNode> member : to.properties()) {
            JsonNode present = from.get(member.getKey());
            JsonNode wanted = member.getValue();
            if (wanted.isObject() && present != null && present.isObject()) {
                ObjectNode inner = patch((ObjectNode) present, (ObjectNode) wanted);
                if (!inner.isEmpty()) {
                    patch.set(member.getKey(), inner);
                }
            } else if (!JsonValues.same(present, wanted)) {
                patch.set(member.getKey(), wanted);
            }
        }
        return patch;
    }
}
