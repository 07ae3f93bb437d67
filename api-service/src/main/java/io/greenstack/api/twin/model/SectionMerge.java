package io.greenstack.api.twin.model;

import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.twin.model.Twin.Section;

/**
 * Applies a merge patch (RFC 7396) to a section: null deletes, objects are merged, everything else is replaced whole, lists
 * too. A value that is the same as before is left alone with its metadata, so repeating a patch changes nothing, unless the
 * rules say otherwise.
 */
final class SectionMerge {

    private final ObjectNode values;
    private final Map<String, LeafMeta> meta;
    private final MergeRules rules;
    private boolean removed;

    private SectionMerge(Section base, MergeRules rules) {
        this.values = base.values().deepCopy();
        this.meta = base.copyOfMeta();
        this.rules = rules;
    }

    /**
     * Result of a merge.
     *
     * @param section the new section; the old one when nothing changed
     * @param effect the part of the patch that changed something
     * @param removed whether a member is not there any more, or is no object any more
     */
    record Merged(Section section, ObjectNode effect, boolean removed) {

        /** A patch without any effect. */
        static Merged none(Section section) {
            return new Merged(section, JsonNodeFactory.instance.objectNode(), false);
        }
    }

    /** Merges. */
    static Merged apply(Section base, ObjectNode patch, MergeRules rules) {
        SectionMerge merge = new SectionMerge(base, rules);
        ObjectNode effect = merge.merge(merge.values, patch, "");
        return effect.isEmpty()
                ? Merged.none(base)
                : new Merged(new Section(merge.values, merge.meta), effect, merge.removed);
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
        if (present == null ? !rules.create() : any(present, pointer, rules.keep())) {
            return;
        }
        JsonNode value = wanted.isObject() ? withoutNulls((ObjectNode) wanted) : wanted;
        if (value.isNull()) {
            if (present != null) {
                target.remove(name);
                forget(present, pointer);
                removed = true;
                effect.putNull(name);
            }
        } else if (!JsonValues.same(present, value) || any(present, pointer, rules.renew())) {
            forget(present, pointer);
            removed |= present != null && present.isObject();
            target.set(name, value);
            Pointers.leaves(value, pointer, (leaf, ignored) -> meta.put(leaf, rules.stamp()));
            effect.set(name, wanted);
        }
    }

    /** An object that has lost its last member is a leaf now; one that has got its first is none any more. */
    private void markEmptiness(JsonNode object, String pointer) {
        if (object.isEmpty()) {
            meta.put(pointer, rules.stamp());
        } else {
            meta.remove(pointer);
        }
    }

    /** Whether something holds for any leaf of a value. */
    private boolean any(JsonNode present, String pointer, Predicate<LeafMeta> condition) {
        boolean[] found = new boolean[1];
        Pointers.leaves(present, pointer, (leaf, ignored) -> {
            LeafMeta known = meta.get(leaf);
            found[0] |= known != null && condition.test(known);
        });
        return found[0];
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

    /**
     * What a patch does to a section.
     *
     * @param stamp metadata of the leaves that change
     * @param keep leaves that the patch must not touch, by their metadata: those that are newer than it
     * @param renew leaves that get the stamp although their value stays the same
     * @param create whether members are added that are not there
     */
    record MergeRules(LeafMeta stamp, Predicate<LeafMeta> keep, Predicate<LeafMeta> renew, boolean create) {

        /** The patch changes whatever is different. */
        static MergeRules plain(LeafMeta stamp) {
            return new MergeRules(stamp, meta -> false, meta -> false, true);
        }
    }
}
