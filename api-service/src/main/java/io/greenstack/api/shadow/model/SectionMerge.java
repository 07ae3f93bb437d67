package io.greenstack.api.shadow.model;

import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Applies a merge patch (RFC 7396) to a section: null deletes, objects are merged, everything else is replaced whole, lists
 * too. A value that is the same as before is left alone with its metadata, so repeating a patch changes nothing.
 */
final class SectionMerge {

    private final ObjectNode values;
    private final Map<String, LeafMeta> meta;
    private final LeafMeta stamp;
    private final Predicate<LeafMeta> keep;

    private SectionMerge(Section base, LeafMeta stamp, Predicate<LeafMeta> keep) {
        this.values = base.values().deepCopy();
        this.meta = base.copyOfMeta();
        this.stamp = stamp;
        this.keep = keep;
    }

    /**
     * Result of a merge.
     *
     * @param section the new section; the old one when nothing changed
     * @param effect the part of the patch that changed something
     */
    record Merged(Section section, ObjectNode effect) {}

    /**
     * Merges.
     *
     * @param stamp metadata of the leaves that change
     * @param keep leaves that the patch must not touch, by their metadata: those that are newer than it
     */
    static Merged apply(Section base, ObjectNode patch, LeafMeta stamp, Predicate<LeafMeta> keep) {
        SectionMerge merge = new SectionMerge(base, stamp, keep);
        ObjectNode effect = merge.merge(merge.values, patch, "");
        return effect.isEmpty() ? new Merged(base, effect) : new Merged(new Section(merge.values, merge.meta), effect);
    }

    private ObjectNode merge(ObjectNode target, ObjectNode patch, String parent) {
        ObjectNode effect = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            merge(target, member.getKey(), member.getValue(), parent, effect);
        }
        return effect;
    }

    private void merge(ObjectNode target, String name, JsonNode wanted, String parent, ObjectNode effect) {
        String pointer = Pointers.child(parent, name);
        JsonNode present = target.get(name);
        if (wanted.isObject() && present != null && present.isObject()) {
            ObjectNode inner = merge((ObjectNode) present, (ObjectNode) wanted, pointer);
            if (!inner.isEmpty()) {
                effect.set(name, inner);
                markEmptiness(present, pointer);
            }
            return;
        }
        if (present != null && hasNewer(present, pointer)) {
            return;
        }
        JsonNode value = wanted.isObject() ? withoutNulls((ObjectNode) wanted) : wanted;
        if (value.isNull()) {
            if (present != null) {
                target.remove(name);
                forget(present, pointer);
                effect.putNull(name);
            }
        } else if (!JsonValues.same(present, value)) {
            forget(present, pointer);
            target.set(name, value);
            Pointers.leaves(value, pointer, (leaf, ignored) -> meta.put(leaf, stamp));
            effect.set(name, wanted);
        }
    }

    /** An object that has lost its last member is a leaf now; one that has got its first is none any more. */
    private void markEmptiness(JsonNode object, String pointer) {
        if (object.isEmpty()) {
            meta.put(pointer, stamp);
        } else {
            meta.remove(pointer);
        }
    }

    private boolean hasNewer(JsonNode present, String pointer) {
        boolean[] newer = new boolean[1];
        Pointers.leaves(present, pointer, (leaf, ignored) -> {
            LeafMeta known = meta.get(leaf);
            newer[0] |= known != null && keep.test(known);
        });
        return newer[0];
    }

    private void forget(JsonNode present, String pointer) {
        if (present != null) {
            Pointers.leaves(present, pointer, (leaf, ignored) -> meta.remove(leaf));
        }
    }

    /** What a patch is when there is nothing to patch: RFC 7396 applies it to the empty object. */
    private static ObjectNode withoutNulls(ObjectNode patch) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            JsonNode value = member.getValue();
            if (value.isObject()) {
                result.set(member.getKey(), withoutNulls((ObjectNode) value));
            } else if (!value.isNull()) {
                result.set(member.getKey(), value);
            }
        }
        return result;
    }
}
