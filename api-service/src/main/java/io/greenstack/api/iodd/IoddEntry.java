package io.greenstack.api.iodd;

import java.time.Instant;
import java.time.LocalDate;

import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.descriptions.Sparse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An IODD as lists show it.
 *
 * @param id id in the catalog
 * @param vendorId IO-Link vendor id
 * @param deviceId IO-Link device id
 * @param productName product
 * @param manufacturer vendor
 * @param deviceFamily family, absent if the file names none
 * @param ioddVersion version of the format, {@code 1.0.1} or {@code 1.1}
 * @param documentVersion version of the file as its vendor counts
 * @param releaseDate release date
 * @param importDate when it was imported
 * @param fileName name of the main file
 * @param checksum SHA-256 of the main file
 * @param parameterCount number of variables and record items
 * @param findingCount number of findings of the reader
 */
@RegisterForReflection
record IoddEntry(long id, long vendorId, long deviceId, String productName, String manufacturer,
        String deviceFamily, String ioddVersion, String documentVersion, LocalDate releaseDate, Instant importDate,
        String fileName, String checksum, int parameterCount, int findingCount) implements Sparse {

    static IoddEntry of(DescriptionSummary summary) {
        return new IoddEntry(summary.id(), summary.vendorId(), summary.deviceId(), summary.productName(),
                summary.vendorName(), summary.productFamily(), summary.formatVersion(), summary.fileVersion(),
                summary.releaseDate(), summary.importedAt(), summary.fileName(), summary.sha256(),
                summary.parameterCount(), summary.findingCount());
    }

    /** The same with the product name of another language; null keeps the one there is. */
    IoddEntry named(String name) {
        return name == null
                ? this
                : new IoddEntry(id, vendorId, deviceId, name, manufacturer, deviceFamily, ioddVersion, documentVersion,
                        releaseDate, importDate, fileName, checksum, parameterCount, findingCount);
    }
}
