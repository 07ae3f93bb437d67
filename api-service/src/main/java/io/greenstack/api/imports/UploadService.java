package io.greenstack.api.imports;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.FieldError;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.archive.ArchiveException;

/** Imports uploads: everything is read before anything is stored, and all of it is stored in one transaction. */
@ApplicationScoped
public class UploadService {

    private static final String TOO_LARGE = "too-large";
    private static final int SHOWN_IGNORED = 3;

    private final UnitSorter sorter;
    private final Importer importer;
    private final ChangeNotes changes;

    UploadService(DescriptionFormats formats, Importer importer, ChangeNotes changes) {
        this.sorter = new UnitSorter(formats);
        this.importer = importer;
        this.changes = changes;
    }

    /**
     * Imports the files of an upload; descriptions of other kinds among them are imported too.
     *
     * @param preferred kind of a single file that tells nothing by itself
     * @param by name of the principal that imports
     * @return what became of every file
     * @throws ApiException 400 or 413 with the reason when any description of the upload cannot be used
     */
    public List<ImportedFile> store(List<ArchiveEntry> files, String preferred, String by) {
        return noted(importer.store(open(files, preferred), by, read -> check(read, null)));
    }

    /** The same for an archive that must have a description of a kind; 400 when it has none. */
    public List<ImportedFile> storeArchive(ArchiveEntry archive, String needed, String by) {
        List<ImportUnit> units = open(List.of(archive), needed);
        if (units.stream().noneMatch(unit -> unit.has(needed))) {
            throw new ApiException(400, "zip-empty",
                    "The archive has no ." + sorter.formats().of(needed).path() + " file.");
        }
        return noted(importer.store(units, by, read -> check(read, needed)));
    }

    private List<ImportedFile> noted(List<ImportedFile> results) {
        changes.changed(null, results);
        return results;
    }

    /** One sentence for a person about what became of the files. */
    public static String message(List<ImportedFile> results) {
        long all = results.stream().filter(file -> file.id() != null).count();
        long created = results.stream().filter(ImportedFile::created).count();
        return created + " imported, " + (all - created) + " already known.";
    }

    private List<ImportUnit> open(List<ArchiveEntry> files, String preferred) {
        try {
            return sorter.upload(files, preferred);
        } catch (ArchiveException e) {
            throw new ApiException(status(e.code()), e.code(), e.getMessage());
        }
    }

    private static int status(String code) {
        return code.endsWith(TOO_LARGE) ? 413 : 400;
    }

    private static void check(List<Importer.Reading> read, String needed) {
        List<FieldError> errors = read.stream().flatMap(unit -> unit.refused().stream()).map(ImportedFile::toError)
                .toList();
        if (!errors.isEmpty()) {
            FieldError first = errors.get(0);
            throw new ApiException(status(first.code()), first.code(), first.field() + ": " + first.message()
                    + (errors.size() > 1 ? " (" + (errors.size() - 1) + " more; nothing was stored)" : ""), errors);
        }
        if (read.stream().noneMatch(unit -> unit.has(needed))) {
            throw nothing(read);
        }
    }

    private static ApiException nothing(List<Importer.Reading> read) {
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
