package io.greenstack.api.eds.packages;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.greenstack.api.description.ImportedFile;

/**
 * What became of a package.
 *
 * @param packageId id under {@code /api/eds/packages}
 * @param totalEdsFiles EDS files in the package
 * @param importedCount files that were new
 * @param skippedCount files that the catalog had already
 * @param versions version folders, or revisions where the package has none, newest first
 * @param variants variants as the folders name them
 * @param message one sentence for a person
 * @param results one entry for each file that was looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EdsPackageResult(long packageId, String packageName, String vendorName, String productName,
        int totalEdsFiles, int importedCount, int skippedCount, List<String> versions, List<String> variants,
        String message, List<ImportedFile> results) {}
