package io.greenstack.api.search;

import java.util.List;

/**
 * The descriptions that fit or have things that do.
 *
 * @param descriptions how many there are
 * @param complete false if so much fits that not all of it was counted
 * @param kind by format
 * @param vendor by vendor, the most frequent ones
 * @param revision by IO-Link revision
 * @param feature by what they support
 */
record SearchFacets(long descriptions, boolean complete, List<FacetCount> kind, List<FacetCount> vendor,
        List<FacetCount> revision, List<FacetCount> feature) {}
