package io.greenstack.api.eds.packages;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.eds.EdsService;
import io.greenstack.api.eds.packages.EdsPackageService.EdsPackageDetail;
import io.greenstack.api.imports.UploadService;
import io.greenstack.api.platform.ApiException;
import io.greenstack.descriptions.Sparse;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.archive.Hashes;
import io.greenstack.descriptions.archive.ZipReader;
import io.greenstack.descriptions.eds.EdsFormat;

/** Uploads to the EDS catalog; IODDs that come along go to theirs. */
@ApplicationScoped
class EdsUploads {

    private final UploadService uploads;
    private final DescriptionService descriptions;
    private final EdsService service;
    private final EdsPackageService packages;

    EdsUploads(UploadService uploads, DescriptionService descriptions, EdsService service,
            EdsPackageService packages) {
        this.uploads = uploads;
        this.descriptions = descriptions;
        this.service = service;
        this.packages = packages;
    }

    /** Imports files and ZIPs. */
    EdsUploadResult files(List<ArchiveEntry> files, String by) {
        List<ImportedFile> results = uploads.store(files, EdsFormat.KIND, by);
        Long packageId = files.stream().filter(file -> ZipReader.isZip(file.content())).map(this::packageOf)
                .flatMap(Optional::stream).findFirst().orElse(null);
        String message = UploadService.message(results);
        List<Long> eds = results.stream().filter(file -> file.stored(EdsFormat.KIND)).map(ImportedFile::id).toList();
        if (eds.size() != 1) {
            return new EdsUploadResult(null, null, null, null, packageId, message, results);
        }
        DescriptionSummary only = descriptions.summary(eds.get(0), EdsFormat.KIND);
        return new EdsUploadResult(only.id(), only.productName(), only.vendorName(), service.catalogNumber(only.id()),
                packageId, message, results);
    }

    /** Imports a vendor's ZIP with EDS files and answers the package; other descriptions in it are imported too. */
    EdsPackageResult archive(ArchiveEntry zip, String by) {
        if (!ZipReader.isZip(zip.content())) {
            throw new ApiException(400, "not-zip", "A package is a ZIP; the file " + zip.path()
                    + " is none. Upload a single file to /api/eds/upload.");
        }
        List<ImportedFile> results = uploads.storeArchive(zip, EdsFormat.KIND, by);
        List<ImportedFile> eds = results.stream().filter(file -> file.stored(EdsFormat.KIND)).toList();
        int created = (int) eds.stream().filter(ImportedFile::created).count();
        EdsPackageDetail detail = packages.get(packageOf(zip).orElseThrow());
        return new EdsPackageResult(detail.id(), detail.packageName(), detail.vendorName(), detail.productName(),
                eds.size(), created, eds.size() - created, detail.versions(), detail.variants(),
                UploadService.message(results), results);
    }

    private Optional<Long> packageOf(ArchiveEntry zip) {
        return packages.find(Hashes.sha256Hex(zip.content()));
    }

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
    record EdsPackageResult(long packageId, String packageName, String vendorName, String productName,
            int totalEdsFiles, int importedCount, int skippedCount, List<String> versions, List<String> variants,
            String message, List<ImportedFile> results) implements Sparse {}

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
    record EdsUploadResult(Long edsId, String productName, String vendorName, String catalogNumber, Long packageId,
            String message, List<ImportedFile> results) implements Sparse {}
}
