package io.greenstack.api.shadow;

import java.util.List;

/**
 * What became of the reports of a batch.
 *
 * @param results one for each report, in the same order
 */
public record ReportOutcomes(List<ReportOutcome> results) {}
