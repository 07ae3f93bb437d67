package io.greenstack.api.eds;

import java.util.List;

import io.greenstack.descriptions.eds.compare.EdsComparer.EdsComparison;

/**
 * EDS files compared in a row.
 *
 * @param comparisons each file with the one before it
 */
record EdsComparisons(List<EdsComparison> comparisons) {}
