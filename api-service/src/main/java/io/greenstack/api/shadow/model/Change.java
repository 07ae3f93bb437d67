package io.greenstack.api.shadow.model;

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
}
