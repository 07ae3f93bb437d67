package io.greenstack.api.eds;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An EDS as the list shows it.
 *
 * @param entry identity and file
 * @param productType CIP device profile
 * @param productTypeStr its name
 * @param catalogNumber catalog number
 * @param description text of the file
 * @param homeUrl address of the vendor
 * @param diagnostics number of findings by severity
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record EdsRow(@JsonUnwrapped EdsSummary entry, Integer productType, String productTypeStr, String catalogNumber,
        String description, String homeUrl, Counts diagnostics) {

    /** Number of findings; a file with fatal errors is not stored, so that their number is 0. */
    @RegisterForReflection
    public record Counts(long infoCount, long warnCount, long errorCount, long fatalCount, boolean hasIssues) {}
}
