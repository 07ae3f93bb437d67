package io.greenstack.api.imports;

import java.util.List;
import java.util.Objects;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionSummary;

/** All units of an upload, stored. */
record StoredUpload(List<StoredUnit> units) {

    StoredUpload {
        units = List.copyOf(units);
    }

    boolean created() {
        return units.stream().anyMatch(StoredUnit::created);
    }

    /** The descriptions of a kind, known ones included, in the order of the upload. */
    List<DescriptionSummary> summaries(DescriptionKind kind) {
        return units.stream().flatMap(unit -> unit.files().stream()).map(StoredUnit.File::summary)
                .filter(summary -> summary.kind() == kind).toList();
    }

    /** How many descriptions of a kind are new. */
    int createdCount(DescriptionKind kind) {
        return (int) units.stream().flatMap(unit -> unit.files().stream())
                .filter(file -> file.summary().kind() == kind && file.stored().created()).count();
    }

    /** Id of the first EDS package, null if there is none. */
    Long packageId() {
        return units.stream().map(StoredUnit::packageId).filter(Objects::nonNull).findFirst().orElse(null);
    }

    List<ImportedFile> results() {
        return units.stream().flatMap(unit -> unit.results().stream()).toList();
    }

    /** One sentence for a person. */
    String message() {
        long all = units.stream().mapToLong(unit -> unit.files().size()).sum();
        long created = units.stream().flatMap(unit -> unit.files().stream()).filter(file -> file.stored().created())
                .count();
        return created + " imported, " + (all - created) + " already known.";
    }
}
