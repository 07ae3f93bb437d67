package io.greenstack.api.eds.packages;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A package as lists show it.
 *
 * @param id id among packages
 * @param packageName file name of the ZIP
 * @param uploadDate when it was imported first
 * @param totalEdsFiles EDS files of it that are in the catalog
 * @param totalVersions distinct version folders, or revisions where it has none
 * @param vendorName vendor, absent if its files are of several
 * @param productName product, absent if its files are of several
 * @param checksum SHA-256 of the ZIP
 * @param byteSize octets of the ZIP
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record EdsPackageEntry(long id, String packageName, Instant uploadDate, int totalEdsFiles, int totalVersions,
        String vendorName, String productName, String checksum, long byteSize) {}
