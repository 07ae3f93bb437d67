package io.greenstack.api.search;

/** How many descriptions have a value of a facet. */
record FacetCount(String value, long count) {}
