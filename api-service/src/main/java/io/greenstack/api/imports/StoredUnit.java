package io.greenstack.api.imports;

import java.util.List;
import java.util.stream.Stream;

import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.StoredDescription;

/**
 * A unit that is in the catalog.
 *
 * @param files its description files
 * @param refused files that could not be used
 * @param ignored files that did not matter
 * @param packageId id of the EDS package, null if it is none
 */
record StoredUnit(List<File> files, List<ImportedFile> refused, List<ImportedFile> ignored, Long packageId) {

    /** A description file and what became of it. */
    record File(String path, StoredDescription stored) {

        DescriptionSummary summary() {
            return stored.summary();
        }
    }

    StoredUnit {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
        ignored = List.copyOf(ignored);
    }

    /** Whether anything new was stored. */
    boolean created() {
        return files.stream().anyMatch(file -> file.stored().created());
    }

    /** What became of every file. */
    List<ImportedFile> results() {
        return Stream.of(files.stream().map(file -> ImportedFile.of(file.path(), file.stored())), refused.stream(),
                ignored.stream()).flatMap(results -> results).toList();
    }
}
