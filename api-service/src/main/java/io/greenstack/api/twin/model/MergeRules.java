package io.greenstack.api.twin.model;

import java.util.function.Predicate;

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
