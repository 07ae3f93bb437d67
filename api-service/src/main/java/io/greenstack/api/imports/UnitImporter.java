package io.greenstack.api.imports;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.platform.Retries;

/** Imports one package of a job: whole or not at all. */
@ApplicationScoped
public class UnitImporter {

    private final PackageReader reader;
    private final UnitStore store;

    @Inject
    public UnitImporter(PackageReader reader, UnitStore store) {
        this.reader = reader;
        this.store = store;
    }

    /** Reads and stores a package; answers what became of each of its files. */
    List<ImportedFile> store(ImportUnit unit, String by) {
        return Retries.onConflict(() -> storeOnce(unit, by));
    }

    private List<ImportedFile> storeOnce(ImportUnit unit, String by) {
        ReadUnit read = reader.read(unit);
        if (read.refused().isEmpty()) {
            return read.files().isEmpty() ? read.ignored() : store.store(read, by).results();
        }
        List<ImportedFile> results = new ArrayList<>(read.refused());
        for (ReadUnit.ReadFile file : read.files()) {
            results.add(file.known() != null
                    ? ImportedFile.known(file.path(), file.known())
                    : ImportedFile.refused(file.path(), file.kind(), "package-refused", 0, "Not stored, because "
                            + read.refused().get(0).file() + " of the same package is refused."));
        }
        results.addAll(read.ignored());
        return results;
    }
}
