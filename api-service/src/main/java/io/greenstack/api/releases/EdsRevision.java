package io.greenstack.api.releases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

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
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EdsRevision(long id, long vendorCode, String vendorName, long productCode, String productName,
        String catalogNumber, Integer majorRevision, Integer minorRevision, Instant importDate, LocalDate modDate,
        String description, String revisionString, String variantLabel, Long variantOf, int assemblyCount,
        boolean newest, long deviceCount, List<String> devices, String fileName) {}
