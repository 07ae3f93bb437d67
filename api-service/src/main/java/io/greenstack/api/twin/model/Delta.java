package io.greenstack.api.twin.model;

import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is wanted and not yet so. */
final class Delta {

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private Delta() {}

    /**
     * The part of the wanted values that differs from the reported ones.
     *
     * @param settled JSON pointers of leaves that are not to be asked for again
     */
    static ObjectNode of(ObjectNode desired, ObjectNode reported, Predicate<String> settled) {
        return desired.isEmpty() ? NOTHING : diff(desired, reported, "", settled);
    }

    private static ObjectNode diff(ObjectNode desired, ObjectNode reported, String parent, Predicate<String> settled) {
        ObjectNode delta = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : desired.properties()) {
            String pointer = Pointers.child(parent, member.getKey());
            JsonNode wanted = member.getValue();
            JsonNode present = reported.get(member.getKey());
            if (!Pointers.leaf(wanted)) {
                ObjectNode inner = diff((ObjectNode) wanted, present instanceof ObjectNode o ? o : NOTHING, pointer,
                        settled);
                if (!inner.isEmpty()) {
                    delta.set(member.getKey(), inner);
                }
            } else if (!satisfied(wanted, present) && !settled.test(pointer)) {
                delta.set(member.getKey(), wanted);
            }
        }
        return delta;
    }

    /** Whether a reported value is what is wanted; of an empty object only its being there is wanted. */
    static boolean satisfied(JsonNode wanted, JsonNode present) {
        return wanted.isObject() ? present != null && present.isObject() : JsonValues.same(wanted, present);
    }

    /** The merge patch that deletes the wanted leaves that are reported as wanted, with the objects that get empty by it. */
    static ObjectNode satisfiedPart(ObjectNode desired, ObjectNode reported) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : desired.properties()) {
            JsonNode wanted = member.getValue();
            JsonNode present = reported.get(member.getKey());
            if (Pointers.leaf(wanted)) {
                if (satisfied(wanted, present)) {
                    patch.putNull(member.getKey());
                }
            } else if (present instanceof ObjectNode object) {
                ObjectNode inner = satisfiedPart((ObjectNode) wanted, object);
                if (inner.size() == wanted.size() && allNull(inner)) {
                    patch.putNull(member.getKey());
                } else if (!inner.isEmpty()) {
                    patch.set(member.getKey(), inner);
                }
            }
        }
        return patch;
    }

    private static boolean allNull(ObjectNode patch) {
        return patch.properties().stream().allMatch(member -> member.getValue().isNull());
    }
}
