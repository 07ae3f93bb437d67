package io.greenstack.api.description;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A release of a description.
 *
 * @param id catalog id
 * @param productName product
 * @param formatVersion version of the format (IODD)
 * @param documentVersion version of the file as its vendor counts
 * @param revision {@code major.minor} of the device (EDS)
 * @param releaseDate release date
 * @param fileName name of the main file
 * @param checksum SHA-256 of the main file
 * @param importDate when it was imported
 * @param newest whether devices that are bound automatically get this one; exactly one of the list is the newest
 * @param variantOf the first description of the same release, absent if this is it; the two differ in content
 * @param deviceCount devices that are bound to it
 * @param automaticCount those of them that follow the newest release; the others are pinned
 * @param devices the first devices that are bound to it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReleaseView(long id, String productName, String formatVersion, String documentVersion, String revision,
        LocalDate releaseDate, String fileName, String checksum, Instant importDate, boolean newest, Long variantOf,
        long deviceCount, long automaticCount, List<String> devices) {

    static ReleaseView of(ReleaseService.Listed one) {
        DescriptionSummary summary = one.summary();
        return new ReleaseView(summary.id(), summary.productName(), summary.formatVersion(), summary.fileVersion(),
                one.release().revision(), summary.releaseDate(), summary.fileName(), summary.sha256(),
                summary.importedAt(), one.newest(), one.variantOf(), one.users().count(), one.users().automatic(),
                one.users().deviceIds());
    }
}
