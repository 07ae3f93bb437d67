package io.greenstack.api.iodd;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.description.DescriptionDraft;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.StoredDescription;
import io.greenstack.api.iodd.UploadResult.FileResult;
import io.greenstack.api.iodd.UploadResult.UploadedDevice;
import io.greenstack.api.iodd.archive.ArchiveEntry;
import io.greenstack.api.iodd.archive.ArchiveException;
import io.greenstack.api.iodd.archive.ArchiveLimits;
import io.greenstack.api.iodd.archive.DescriptionArchive;
import io.greenstack.api.iodd.archive.DescriptionPackage;
import io.greenstack.api.iodd.archive.RefusedEntry;
import io.greenstack.api.iodd.reader.IoddException;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.FieldError;
import io.greenstack.api.platform.RequestDeadline;
import io.greenstack.api.platform.Retries;

/** Imports uploads: everything is read before anything is stored, and all of it is stored in one transaction. */
@ApplicationScoped
public class IoddImportService {

    /** A file of an archive that is no device description, but not damaged either. */
    private static final String OTHER_KIND = "wrong-root";

    private final IoddDrafts drafts;
    private final DescriptionService descriptions;

    @Inject
    public IoddImportService(IoddDrafts drafts, DescriptionService descriptions) {
        this.drafts = drafts;
        this.descriptions = descriptions;
    }

    /** Result of an import; {@code created} tells whether anything new was stored. */
    record Imported(UploadResult result, boolean created) {}

    /**
     * Imports an XML file or a ZIP archive.
     *
     * @param by name of the principal that imports
     * @throws ApiException 400 or 413 with the reason when any description of the upload cannot be used
     */
    Imported upload(String fileName, byte[] content, String by) {
        DescriptionArchive archive = open(fileName, content);
        List<DescriptionDraft> read = read(archive);
        if (read.isEmpty()) {
            throw new ApiException(400, "zip-empty",
                    "The archive has no IODD (an XML file with the root element IODevice).");
        }
        List<StoredDescription> stored = Retries.onConflict(() -> descriptions.store(read, by));
        return new Imported(result(archive, stored), stored.stream().anyMatch(StoredDescription::created));
    }

    private static DescriptionArchive open(String fileName, byte[] content) {
        try {
            return DescriptionArchive.open(fileName, content, ArchiveLimits.DEFAULT);
        } catch (ArchiveException e) {
            throw new ApiException("too-large".equals(e.code()) ? 413 : 400, e.code(), e.getMessage());
        }
    }

    private List<DescriptionDraft> read(DescriptionArchive archive) {
        List<DescriptionDraft> read = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (RefusedEntry refused : archive.refused()) {
            if (!OTHER_KIND.equals(refused.code())) {
                errors.add(error(refused.path(), refused.line(), refused.code(), refused.message()));
            }
        }
        for (DescriptionPackage files : archive.packages()) {
            RequestDeadline.check();
            try {
                read.add(drafts.read(files));
            } catch (IoddException e) {
                errors.add(error(files.main().path(), e.line(), e.code(), e.getMessage()));
            }
        }
        if (!errors.isEmpty()) {
            FieldError first = errors.get(0);
            throw new ApiException(400, first.code(), first.field() + ": " + first.message()
                    + (errors.size() > 1 ? " (" + (errors.size() - 1) + " more; nothing was stored)" : ""), errors);
        }
        return read;
    }

    private static FieldError error(String path, int line, String code, String message) {
        return new FieldError(line > 0 ? path + ":" + line : path, code, message);
    }

    private static UploadResult result(DescriptionArchive archive, List<StoredDescription> stored) {
        List<UploadedDevice> devices = new ArrayList<>();
        List<FileResult> results = new ArrayList<>();
        int created = 0;
        for (int i = 0; i < stored.size(); i++) {
            var summary = stored.get(i).summary();
            created += stored.get(i).created() ? 1 : 0;
            devices.add(new UploadedDevice(summary.id(), summary.productName(), summary.vendorName(),
                    summary.parameterCount()));
            results.add(new FileResult(archive.packages().get(i).main().path(),
                    stored.get(i).created() ? "imported" : "already_known", summary.id(), summary.findingCount(), null,
                    null));
        }
        for (RefusedEntry refused : archive.refused()) {
            results.add(new FileResult(refused.path(), "ignored", null, null, refused.code(), refused.message()));
        }
        for (ArchiveEntry other : archive.others()) {
            results.add(
                    new FileResult(other.path(), "ignored", null, null, "other-kind", "No file of an IODD package."));
        }
        String message = created + " imported, " + (stored.size() - created) + " already known.";
        if (devices.size() == 1) {
            UploadedDevice only = devices.get(0);
            return new UploadResult(only.id(), only.productName(), only.vendor(), only.parametersCount(), null, null,
                    message,
                    results);
        }
        return new UploadResult(null, null, null, null, devices, devices.size(), message, results);
    }
}
