package io.greenstack.api.search;

import java.util.List;
import java.util.Set;

import io.greenstack.descriptions.SearchType;

/**
 * What a search is narrowed to.
 *
 * @param kind format of the description, empty = any
 * @param vendors vendors any of which it is of, empty = any
 * @param revisions revisions of IO-Link any of which it has, empty = any
 * @param features what it must support all of
 * @param types things that are wanted
 * @param wholes whether descriptions and devices are wanted
 */
record SearchFilter(String kind, List<String> vendors, List<String> revisions, List<String> features,
        Set<SearchType> types, boolean wholes) {

    /** Whether something is asked for that only descriptions have. */
    boolean hasFacets() {
        return !vendors.isEmpty() || !revisions.isEmpty() || !features.isEmpty();
    }
}
