package io.greenstack.api.description;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.greenstack.api.platform.FieldError;
import io.greenstack.descriptions.Sparse;
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
public record ImportedFile(String file, String kind, ImportStatus status, Long id, Long replaces, Integer findingCount,
        String code, Integer line, String message) implements Sparse {

    /** A file that is not stored. */
    public static ImportedFile refused(String file, String kind, String code, int line, String message) {
        return new ImportedFile(file, kind, ImportStatus.REFUSED, null, null, null, code, line > 0 ? line : null,
                message);
    }

    /** A file that does not matter to the import. */
    public static ImportedFile ignored(String file, String kind, String code, String message) {
        return new ImportedFile(file, kind, ImportStatus.IGNORED, null, null, null, code, null, message);
    }

    /** A file beside descriptions that belongs to none. */
    public static ImportedFile other(String file) {
        return ignored(file, null, "other-kind", "No device description, and no file of one.");
    }

    /** A file whose bytes the catalog has. */
    public static ImportedFile known(String file, DescriptionSummary summary) {
        return new ImportedFile(file, summary.kind(), ImportStatus.ALREADY_KNOWN, summary.id(), null,
                summary.findingCount(), null, null, null);
    }

    /** A description that is new to the catalog, the first one of its device. */
    static ImportedFile first(String file, DescriptionSummary summary) {
        return imported(file, summary, null, null);
    }

    /** A release that is newer than the one that was the newest. */
    static ImportedFile newest(String file, DescriptionSummary summary, long before) {
        return new ImportedFile(file, summary.kind(), ImportStatus.REPLACED, summary.id(), before,
                summary.findingCount(), null, null, "The newest release now, in place of " + before
                        + "; devices that are bound automatically follow.");
    }

    /** A release that is older than the newest one. */
    static ImportedFile older(String file, DescriptionSummary summary, long newest) {
        return imported(file, summary, "older-release", "An older release than " + newest
                + ", which devices stay bound to.");
    }

    /** A release that the catalog has with other content. */
    static ImportedFile variant(String file, DescriptionSummary summary, long other) {
        return imported(file, summary, "variant", "The release of " + other
                + " with different content; devices stay bound to " + other + ".");
    }

    private static ImportedFile imported(String file, DescriptionSummary summary, String code, String message) {
        return new ImportedFile(file, summary.kind(), ImportStatus.IMPORTED, summary.id(), null,
                summary.findingCount(), code, null, message);
    }

    /** Whether it was stored and is new. */
    public boolean created() {
        return status == ImportStatus.IMPORTED || status == ImportStatus.REPLACED;
    }

    /** Whether it is a description of a kind that the catalog has now. */
    public boolean stored(String wanted) {
        return id != null && wanted.equals(kind);
    }

    /** The same as an entry of a problem document. */
    public FieldError toError() {
        return new FieldError(line == null ? file : file + ":" + line, code, message);
    }

    /** What became of a file. */
    @RegisterForReflection
    public enum ImportStatus {
        /** Stored: a device that is new to the catalog, an older release, or a variant of a known release. */
        @JsonProperty("imported")
        IMPORTED,
        /** The same bytes are in the catalog already. */
        @JsonProperty("already_known")
        ALREADY_KNOWN,
        /** Stored, and as the newest release in place of another one, which stays in the catalog. */
        @JsonProperty("replaced")
        REPLACED,
        /** Not stored; the code says why. */
        @JsonProperty("refused")
        REFUSED,
        /** No device description, or of another format beside files that are. */
        @JsonProperty("ignored")
        IGNORED
    }
}
