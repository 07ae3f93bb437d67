package io.greenstack.api.iodd;

import java.util.List;

import io.greenstack.descriptions.iodd.compare.IoddComparer.IoddComparison;

/**
 * Descriptions compared in a row.
 *
 * @param comparisons each description with the one before it
 */
record IoddComparisons(List<IoddComparison> comparisons) {}
