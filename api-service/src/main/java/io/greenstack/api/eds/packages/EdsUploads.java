package io.greenstack.api.eds.packages;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.eds.EdsService;
import io.greenstack.api.imports.UploadService;
import io.greenstack.api.platform.ApiException;
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

    @Inject
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
}
