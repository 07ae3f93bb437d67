package io.greenstack.api.imports;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.StoredDescription;
import io.greenstack.api.platform.FieldError;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A file of an import and what became of it.
 *
 * @param file its path; files of a ZIP within the import are {@code inner.zip!/name}
 * @param kind format, absent if it is none
 * @param status what became of it
 * @param id catalog id, absent if it was not stored
 * @param replaces the description that was the newest release before, for {@code replaced}
 * @param findingCount findings of the reader, see {@code /api/descriptions/{id}/findings}
 * @param code stable kebab-case reason: why it was refused or ignored, or {@code older-release} or {@code variant}
 * @param line line in the file that the reason is about, absent if none can be named
 * @param message the reason for a person
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportedFile(String file, DescriptionKind kind, ImportStatus status, Long id, Long replaces,
        Integer findingCount, String code, Integer line, String message) {

    /** A file that is not stored. */
    static ImportedFile refused(String file, DescriptionKind kind, String code, int line, String message) {
        return new ImportedFile(file, kind, ImportStatus.REFUSED, null, null, null, code, line > 0 ? line : null,
                message);
    }

    /** A file that does not matter to the import. */
    static ImportedFile ignored(String file, DescriptionKind kind, String code, String message) {
        return new ImportedFile(file, kind, ImportStatus.IGNORED, null, null, null, code, null, message);
    }

    /** A file whose bytes the catalog has. */
    static ImportedFile known(String file, DescriptionSummary summary) {
        return new ImportedFile(file, summary.kind(), ImportStatus.ALREADY_KNOWN, summary.id(), null,
                summary.findingCount(), null, null, null);
    }

    /** A file that was given to the catalog. */
    static ImportedFile of(String file, StoredDescription stored) {
        DescriptionSummary summary = stored.summary();
        return switch (stored.outcome()) {
            case KNOWN -> known(file, summary);
            case NEW -> imported(file, summary, null, null);
            case NEWEST -> new ImportedFile(file, summary.kind(), ImportStatus.REPLACED, summary.id(), stored.other(),
                    summary.findingCount(), null, null, "The newest release now, in place of " + stored.other()
                            + "; devices that are bound automatically follow.");
            case OLDER -> imported(file, summary, "older-release",
                    "An older release than " + stored.other() + ", which devices stay bound to.");
            case VARIANT -> imported(file, summary, "variant", "The release of " + stored.other()
                    + " with different content; devices stay bound to " + stored.other() + ".");
        };
    }

    private static ImportedFile imported(String file, DescriptionSummary summary, String code, String message) {
        return new ImportedFile(file, summary.kind(), ImportStatus.IMPORTED, summary.id(), null,
                summary.findingCount(), code, null, message);
    }

    /** The same as an entry of a problem document. */
    FieldError toError() {
        return new FieldError(line == null ? file : file + ":" + line, code, message);
    }
}
