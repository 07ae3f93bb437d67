package io.greenstack.api.eds;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.descriptions.Sparse;
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
record EdsRow(@JsonUnwrapped EdsSummary entry, Integer productType, String productTypeStr, String catalogNumber,
        String description, String homeUrl, Counts diagnostics) implements Sparse {

    /** Number of findings; a file with fatal errors is not stored, so that their number is 0. */
    @RegisterForReflection
    public record Counts(long infoCount, long warnCount, long errorCount, long fatalCount, boolean hasIssues) {}

    /**
     * An EDS as lists show it.
     *
     * @param id id in the catalog
     * @param vendorCode CIP vendor code
     * @param vendorName vendor
     * @param productCode CIP product code
     * @param productName product
     * @param majorRevision major revision of the device
     * @param minorRevision minor revision of the device
     * @param modDate date of the file
     * @param importDate when it was imported
     * @param fileName name of the file
     * @param checksum SHA-256 of the file
     * @param parameterCount number of parameters
     * @param findingCount number of findings of the reader
     */
    @RegisterForReflection
    record EdsSummary(long id, long vendorCode, String vendorName, long productCode, String productName,
            Integer majorRevision, Integer minorRevision, LocalDate modDate, Instant importDate, String fileName,
            String checksum, int parameterCount, int findingCount) implements Sparse {

        static EdsSummary of(DescriptionSummary summary) {
            return new EdsSummary(summary.id(), summary.vendorId(), summary.vendorName(), summary.deviceId(),
                    summary.productName(), summary.majorRevision(), summary.minorRevision(), summary.releaseDate(),
                    summary.importedAt(), summary.fileName(), summary.sha256(), summary.parameterCount(),
                    summary.findingCount());
        }
    }
}
