package io.greenstack.api.description;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonIgnore;

import io.greenstack.descriptions.Sparse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A description as lists show it.
 *
 * @param id id in the one id space of IODD and EDS
 * @param kind format
 * @param vendorId IO-Link vendor id or CIP vendor code
 * @param deviceId IO-Link device id or CIP product code
 * @param vendorName vendor, absent if the file names none
 * @param productName product
 * @param productFamily family, absent if the file names none
 * @param formatVersion version of the format
 * @param fileVersion version of the file as its vendor counts
 * @param majorRevision major revision of the device (EDS)
 * @param minorRevision minor revision of the device (EDS)
 * @param releaseDate release date
 * @param fileName name of the main file
 * @param sha256 hash of the main file
 * @param byteSize octets of the main file
 * @param parameterCount number of parameters
 * @param findingCount number of findings of the reader
 * @param importedAt when it was imported
 * @param viewVersion version of the format that made what is stored of it; not shown
 */
@RegisterForReflection
public record DescriptionSummary(long id, String kind, long vendorId, long deviceId, String vendorName,
        String productName, String productFamily, String formatVersion, String fileVersion, Integer majorRevision,
        Integer minorRevision, LocalDate releaseDate, String fileName, String sha256, long byteSize,
        int parameterCount, int findingCount, Instant importedAt, @JsonIgnore int viewVersion) implements Sparse {}
