package io.greenstack.api.eds.packages;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.greenstack.api.description.ImportedFile;

/**
 * What became of an upload. For one EDS file its members stand at the top too.
 *
 * @param edsId catalog id of the only EDS file
 * @param productName product of the only EDS file
 * @param vendorName vendor of the only EDS file
 * @param catalogNumber catalog number of the only EDS file, absent if it has none
 * @param packageId the package under {@code /api/eds/packages}, absent if no ZIP with EDS files was uploaded
 * @param message one sentence for a person
 * @param results one entry for each file of the upload that was looked at, IODDs too
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EdsUploadResult(Long edsId, String productName, String vendorName, String catalogNumber, Long packageId,
        String message, List<ImportedFile> results) {}
