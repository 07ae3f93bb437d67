package io.greenstack.api.twin.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Outcome of an operation on a twin.
 *
 * @param before the twin it was applied to
 * @param twin the twin as it is now
 * @param patch what the operation changed, as {@code {"desired":{..},"reported":{..},"rejected":{..}}} with merge patches;
 *        empty when nothing
 */
public record Change(Twin before, Twin twin, ObjectNode patch) {

    /** Whether anything is different now. */
    public boolean effective() {
        return before != twin;
    }

    /**
     * This change and one that follows it, as one entry of the history.
     *
     * @param next a change of {@link #twin}
     */
    public Change then(Change next) {
        if (!effective() || !next.effective()) {
            return effective() ? this : new Change(before, next.twin, next.patch);
        }
        ObjectNode both = patch.deepCopy();
        next.patch.properties().forEach(part -> {
            if (both.get(part.getKey()) instanceof ObjectNode earlier && part.getValue() instanceof ObjectNode later) {
                earlier.setAll(later);
            } else {
                both.set(part.getKey(), part.getValue());
            }
        });
        return new Change(before, next.twin, both);
    }
}
