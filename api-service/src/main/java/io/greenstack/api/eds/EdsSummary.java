package io.greenstack.api.eds;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.greenstack.api.description.DescriptionSummary;
import io.quarkus.runtime.annotations.RegisterForReflection;

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
@JsonInclude(JsonInclude.Include.NON_NULL)
record EdsSummary(long id, long vendorCode, String vendorName, long productCode, String productName,
        Integer majorRevision, Integer minorRevision, LocalDate modDate, Instant importDate, String fileName,
        String checksum, int parameterCount, int findingCount) {

    static EdsSummary of(DescriptionSummary summary) {
        return new EdsSummary(summary.id(), summary.vendorId(), summary.vendorName(), summary.deviceId(),
                summary.productName(), summary.majorRevision(), summary.minorRevision(), summary.releaseDate(),
                summary.importedAt(), summary.fileName(), summary.sha256(), summary.parameterCount(),
                summary.findingCount());
    }
}
