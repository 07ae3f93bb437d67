package io.greenstack.api.imports;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.eds.packages.EdsPackageDetail;
import io.greenstack.api.eds.packages.EdsPackageService;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.FieldError;
import io.greenstack.api.platform.RequestDeadline;
import io.greenstack.api.platform.Retries;
import io.greenstack.descriptions.archive.ArchiveException;
import io.greenstack.descriptions.archive.ZipReader;
import io.greenstack.descriptions.eds.reader.EdsException;

/** Imports uploads: everything is read before anything is stored, and all of it is stored in one transaction. */
@ApplicationScoped
public class UploadService {

    private static final int SHOWN_IGNORED = 3;

    private final PackageReader reader;
    private final UnitStore store;
    private final DescriptionService descriptions;
    private final EdsPackageService packages;
    private final ObjectMapper json;

    @Inject
    public UploadService(PackageReader reader, UnitStore store, DescriptionService descriptions,
            EdsPackageService packages, ObjectMapper json) {
        this.reader = reader;
        this.store = store;
        this.descriptions = descriptions;
        this.packages = packages;
        this.json = json;
    }

    /** Answer to an upload; {@code created} tells whether anything new was stored. */
    record Uploaded<T>(T result, boolean created) {}

    /**
     * Imports the files of an upload to the IODD catalog; EDS files among them go to theirs.
     *
     * @param by name of the principal that imports
     * @throws ApiException 400 or 413 with the reason when any description of the upload cannot be used
     */
    Uploaded<IoddUploadResult> iodd(List<UploadedFile> files, String by) {
        StoredUpload stored = store(files, DescriptionKind.IODD, false, by);
        return new Uploaded<>(IoddUploadResult.of(stored.summaries(DescriptionKind.IODD), stored.message(),
                stored.results()), stored.created());
    }

    /** As {@link #iodd}, for the EDS catalog. */
    Uploaded<EdsUploadResult> eds(List<UploadedFile> files, String by) {
        StoredUpload stored = store(files, DescriptionKind.EDS, false, by);
        List<DescriptionSummary> eds = stored.summaries(DescriptionKind.EDS);
        DescriptionSummary only = eds.size() == 1 ? eds.get(0) : null;
        EdsUploadResult result = only == null
                ? new EdsUploadResult(null, null, null, null, stored.packageId(), stored.message(), stored.results())
                : new EdsUploadResult(only.id(), only.productName(), only.vendorName(), catalogNumber(only.id()),
                        stored.packageId(), stored.message(), stored.results());
        return new Uploaded<>(result, stored.created());
    }

    private String catalogNumber(long id) {
        return descriptions.detailMember(id, DescriptionKind.EDS, "catalog_number").map(text -> {
            try {
                return json.readTree(text).textValue();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A stored document is no JSON", e);
            }
        }).orElse(null);
    }

    /** Imports a vendor's ZIP with EDS files and answers the package; other descriptions in it are imported too. */
    Uploaded<EdsPackageResult> edsPackage(UploadedFile file, String by) {
        if (!ZipReader.isZip(file.content())) {
            throw new ApiException(400, "not-zip", "A package is a ZIP; the file " + file.name()
                    + " is none. Upload a single file to /api/eds/upload.");
        }
        StoredUpload stored = store(List.of(file), DescriptionKind.EDS, true, by);
        EdsPackageDetail detail = packages.get(stored.packageId());
        int total = stored.summaries(DescriptionKind.EDS).size();
        int created = stored.createdCount(DescriptionKind.EDS);
        return new Uploaded<>(new EdsPackageResult(detail.id(), detail.packageName(), detail.vendorName(),
                detail.productName(), total, created, total - created, detail.versions(), detail.variants(),
                stored.message(), stored.results()), stored.created());
    }

    private StoredUpload store(List<UploadedFile> files, DescriptionKind preferred, boolean edsNeeded, String by) {
        List<ImportUnit> units = open(files, preferred);
        if (edsNeeded && units.stream().allMatch(unit -> unit.eds().isEmpty())) {
            throw new ApiException(400, "zip-empty", "The archive has no .eds file.");
        }
        return Retries.onConflict(() -> store.storeAll(read(units, edsNeeded), by));
    }

    private List<ReadUnit> read(List<ImportUnit> units, boolean edsNeeded) {
        List<ReadUnit> read = new ArrayList<>();
        for (ImportUnit unit : units) {
            RequestDeadline.check();
            read.add(reader.read(unit));
        }
        refuseAnyDamage(read);
        boolean something = read.stream().flatMap(unit -> unit.files().stream())
                .anyMatch(file -> !edsNeeded || file.kind() == DescriptionKind.EDS);
        if (!something) {
            throw nothing(read);
        }
        return read;
    }

    private static List<ImportUnit> open(List<UploadedFile> files, DescriptionKind preferred) {
        try {
            return UploadOpener.open(files, preferred);
        } catch (ArchiveException e) {
            throw new ApiException("too-large".equals(e.code()) ? 413 : 400, e.code(), e.getMessage());
        }
    }

    private static void refuseAnyDamage(List<ReadUnit> read) {
        List<FieldError> errors = read.stream().flatMap(unit -> unit.refused().stream()).map(ImportedFile::toError)
                .toList();
        if (errors.isEmpty()) {
            return;
        }
        FieldError first = errors.get(0);
        int status = EdsException.TOO_LARGE.equals(first.code()) || "too-large".equals(first.code()) ? 413 : 400;
        throw new ApiException(status, first.code(), first.field() + ": " + first.message()
                + (errors.size() > 1 ? " (" + (errors.size() - 1) + " more; nothing was stored)" : ""), errors);
    }

    private static ApiException nothing(List<ReadUnit> read) {
        List<ImportedFile> ignored = read.stream().flatMap(unit -> unit.ignored().stream()).limit(SHOWN_IGNORED)
                .toList();
        StringBuilder text = new StringBuilder(
                "The upload has no device description: no XML file with the root element "
                        + "IODevice and no .eds file.");
        ignored.forEach(file -> text.append(' ').append(file.file()).append(": ").append(file.message()));
        return new ApiException(400, "zip-empty", text.toString(),
                ignored.stream().map(ImportedFile::toError).toList());
    }
}
