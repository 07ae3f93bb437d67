package io.greenstack.api.imports;

import java.util.List;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.descriptions.ReadDescription;

/**
 * A unit that was read.
 *
 * @param files files that can be stored or are known
 * @param refused files that cannot be used
 * @param ignored files that do not matter
 * @param origin the ZIP that EDS files came in, null if they came in none
 */
record ReadUnit(List<ReadFile> files, List<ImportedFile> refused, List<ImportedFile> ignored, PackageOrigin origin) {

    /**
     * A file that was read.
     *
     * @param path its path in the import
     * @param known its description if the catalog has these bytes, else null
     * @param draft what to store, null if it is known
     */
    record ReadFile(String path, DescriptionSummary known, ReadDescription draft) {

        DescriptionKind kind() {
            return draft == null ? known.kind() : DescriptionKind.valueOf(draft.kind());
        }
    }

    ReadUnit {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
        ignored = List.copyOf(ignored);
    }
}
