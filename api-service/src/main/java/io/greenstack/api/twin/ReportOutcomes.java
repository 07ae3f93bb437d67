package io.greenstack.api.twin;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What became of the reports of a batch.
 *
 * @param results one for each report, in the same order
 */
record ReportOutcomes(List<ReportOutcome> results) {

    /**
     * What became of a report.
     *
     * @param status {@code applied}, {@code unchanged} when the twin has it all already, or {@code rejected} for good
     * @param code why it was rejected
     * @param detail the same for people
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportOutcome(String status, String code, String detail) {

        static final ReportOutcome APPLIED = new ReportOutcome("applied", null, null);
        static final ReportOutcome UNCHANGED = new ReportOutcome("unchanged", null, null);

        static ReportOutcome rejected(String code, String detail) {
            return new ReportOutcome("rejected", code, detail);
        }
    }
}
