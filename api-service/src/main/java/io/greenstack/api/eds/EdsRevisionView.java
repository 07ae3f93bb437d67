package io.greenstack.api.eds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.ReleaseService;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A revision of an EtherNet/IP device, as an EDS file describes it.
 *
 * @param id catalog id
 * @param catalogNumber catalog number, absent if the file has none
 * @param modDate date of the file
 * @param description text of the file
 * @param revisionString {@code vX.Y}, absent if the file has no revision
 * @param variantLabel {@code Standard} for the first file of a revision; further ones are named by their catalog number, else
 *        their file
 * @param variantOf the first file of the same revision, absent if this is it
 * @param assemblyCount assemblies in the file
 * @param newest whether devices that are bound automatically, and name no revision, get this one
 * @param deviceCount devices that are bound to it
 * @param devices the first of them
 */
@RegisterForReflection
@Schema(name = "EdsRevision1")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EdsRevisionView(long id, long vendorCode, String vendorName, long productCode, String productName,
        String catalogNumber, Integer majorRevision, Integer minorRevision, Instant importDate, LocalDate modDate,
        String description, String revisionString, String variantLabel, Long variantOf, int assemblyCount,
        boolean newest, long deviceCount, List<String> devices, String fileName) {

    static EdsRevisionView of(ReleaseService.Listed one, EdsRowRepository.Extra extra) {
        DescriptionSummary file = one.summary();
        String catalog = extra.catalogNumber();
        String label = one.variantOf() == null ? "Standard" : catalog == null ? file.fileName() : catalog;
        String revision = one.release().revision();
        return new EdsRevisionView(file.id(), file.vendorId(), file.vendorName(), file.deviceId(), file.productName(),
                catalog, file.majorRevision(), file.minorRevision(), file.importedAt(), file.releaseDate(),
                extra.description(), revision == null ? null : "v" + revision, label, one.variantOf(),
                extra.assemblies(), one.newest(), one.users().count(), one.users().deviceIds(), file.fileName());
    }
}
