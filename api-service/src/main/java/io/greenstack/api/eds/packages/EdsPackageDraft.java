package io.greenstack.api.eds.packages;

import java.util.List;

/**
 * A package to note down with the files that came in it.
 *
 * @param name file name of the ZIP
 * @param sha256 hash of the ZIP; the same hash is the same package
 * @param byteSize octets of the ZIP
 * @param vendorName vendor of its files, null if there are several or none
 * @param productName product of its files, null if there are several or none
 * @param readmeName name of its readme, may be null
 * @param readmeContent text of that readme, may be null
 * @param files its EDS files
 */
public record EdsPackageDraft(String name, String sha256, long byteSize, String vendorName, String productName,
        String readmeName, String readmeContent, List<Member> files) {

    /**
     * An EDS file of a package.
     *
     * @param path path in the package
     * @param descriptionId its description in the catalog
     */
    public record Member(String path, long descriptionId) {}

    public EdsPackageDraft {
        files = List.copyOf(files);
    }
}
