package io.greenstack.api.twin.model;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One half of a twin: values and where each comes from.
 *
 * @param values the document; not to be changed
 * @param meta by JSON pointer, one entry for each leaf of the document
 */
public record Section(ObjectNode values, Map<String, LeafMeta> meta) {

    /** Without any value. */
    public static Section empty() {
        return new Section(JsonNodeFactory.instance.objectNode(), Map.of());
    }

    /** A copy of which the metadata may be changed. */
    Map<String, LeafMeta> copyOfMeta() {
        return new TreeMap<>(meta);
    }
}
