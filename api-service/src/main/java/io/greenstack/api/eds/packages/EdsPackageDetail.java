package io.greenstack.api.eds.packages;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A package with its files.
 *
 * @param versions distinct version folders, or revisions where it has none, newest first
 * @param variants distinct variants
 * @param readmeName name of its readme, absent if it has none
 * @param readmeContent text of its readme
 * @param edsFiles its EDS files that are in the catalog
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record EdsPackageDetail(long id, String packageName, Instant uploadDate, int totalEdsFiles, int totalVersions,
        String vendorName, String productName, String checksum, long byteSize, List<String> versions,
        List<String> variants, String readmeName, String readmeContent, List<PackedEds> edsFiles) {

    /**
     * An EDS file of a package.
     *
     * @param id catalog id of the file
     * @param variantType variant, from the folders of the package; {@code generic} where they name none
     * @param versionFolder folder {@code V<major>.<minor>}, absent if there is none
     * @param isLatestVersion whether it is the newest of its variant and device in this package
     * @param filePath path in the package
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PackedEds(long id, String productName, String variantType, String versionFolder,
            boolean isLatestVersion, long vendorCode, long productCode, Integer majorRevision, Integer minorRevision,
            String catalogNumber, String filePath) {}
}
