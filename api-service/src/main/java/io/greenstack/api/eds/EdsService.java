package io.greenstack.api.eds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.description.DescriptionDraft;
import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.StoredDescription;
import io.greenstack.api.description.StoredFile;
import io.greenstack.api.eds.layout.EdsLayoutCompiler;
import io.greenstack.api.eds.model.EdsConnection;
import io.greenstack.api.eds.model.EdsFile;
import io.greenstack.api.eds.reader.EdsException;
import io.greenstack.api.iodd.archive.ArchiveEntry;
import io.greenstack.api.iodd.archive.ArchiveException;
import io.greenstack.api.iodd.archive.ArchiveLimits;
import io.greenstack.api.iodd.archive.DescriptionArchive;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.FieldError;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Retries;

/** The EDS view of the catalog. */
@ApplicationScoped
public class EdsService {

    private static final String VIEW_VERSION = "2-";

    private final DescriptionService descriptions;
    private final EdsDrafts drafts;
    private final JsonText json;
    private final EdsModels models;

    @Inject
    public EdsService(DescriptionService descriptions, EdsDrafts drafts, JsonText json, EdsModels models) {
        this.descriptions = descriptions;
        this.drafts = drafts;
        this.json = json;
        this.models = models;
    }

    /** Result of an import; {@code created} tells whether anything new was stored. */
    record Imported(EdsUpload result, boolean created) {}

    /**
     * Imports an EDS file or a ZIP archive with some, all of it or nothing.
     *
     * @param by name of the principal that imports
     * @throws ApiException 400 or 413 with the reason when a file cannot be used
     */
    Imported upload(String fileName, byte[] content, String by) {
        List<ArchiveEntry> entries = entries(fileName, content);
        List<DescriptionDraft> read = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (ArchiveEntry entry : entries) {
            try {
                read.add(drafts.read(entry.name(), entry.content()));
            } catch (EdsException e) {
                errors.add(new FieldError(e.line() > 0 ? entry.path() + ":" + e.line() : entry.path(), e.code(),
                        e.getMessage()));
            }
        }
        if (!errors.isEmpty()) {
            FieldError first = errors.get(0);
            int status = EdsException.TOO_LARGE.equals(first.code()) ? 413 : 400;
            throw new ApiException(status, first.code(), first.field() + ": " + first.message(), errors);
        }
        List<StoredDescription> stored = Retries.onConflict(() -> descriptions.store(read, by));
        return new Imported(result(entries, stored), stored.stream().anyMatch(StoredDescription::created));
    }

    private static List<ArchiveEntry> entries(String fileName, byte[] content) {
        if (content.length < 2 || content[0] != 'P' || content[1] != 'K') {
            String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
            return List.of(new ArchiveEntry(name.isBlank() ? "upload.eds" : name.replace("\0", ""), content));
        }
        try {
            List<ArchiveEntry> entries = DescriptionArchive.open(fileName, content, ArchiveLimits.DEFAULT).others()
                    .stream()
                    .filter(entry -> entry.name().toLowerCase(Locale.ROOT).endsWith(".eds")).toList();
            if (entries.isEmpty()) {
                throw new ApiException(400, "zip-empty", "The archive has no .eds file.");
            }
            return entries;
        } catch (ArchiveException e) {
            throw new ApiException("too-large".equals(e.code()) ? 413 : 400, e.code(), e.getMessage());
        }
    }

    private static EdsUpload result(List<ArchiveEntry> entries, List<StoredDescription> stored) {
        List<EdsUpload.Result> results = new ArrayList<>();
        long created = stored.stream().filter(StoredDescription::created).count();
        for (int i = 0; i < stored.size(); i++) {
            StoredDescription one = stored.get(i);
            results.add(new EdsUpload.Result(entries.get(i).path(), one.created() ? "imported" : "already_known",
                    one.summary().id(), one.summary().findingCount()));
        }
        String message = created + " imported, " + (stored.size() - created) + " already known.";
        if (stored.size() == 1) {
            DescriptionSummary only = stored.get(0).summary();
            return new EdsUpload(only.id(), only.productName(), only.vendorName(), message, results);
        }
        return new EdsUpload(null, null, null, message, results);
    }

    /** Summary; 404 when there is no such EDS. */
    EdsEntry entry(long id) {
        return EdsEntry.of(descriptions.summary(id, DescriptionKind.EDS));
    }

    /** Changes with the file and with what this version shows of it. */
    static String version(EdsEntry entry) {
        return VIEW_VERSION + entry.checksum();
    }

    /** Whole detail as JSON. */
    String detail(long id) {
        EdsFile file = models.reading(id).model();
        Integer connection = new EdsLayoutCompiler(file).defaultConnection().map(EdsConnection::number).orElse(null);
        return JsonText.join(json.write(entry(id)), json.write(EdsViews.of(file, connection)));
    }

    /** The file itself. */
    StoredFile file(long id) {
        return descriptions.mainFile(id, DescriptionKind.EDS);
    }

    /** Deletes an EDS; 404 when there is none. */
    void delete(long id) {
        descriptions.delete(id, DescriptionKind.EDS);
    }
}
