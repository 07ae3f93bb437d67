package io.greenstack.api.description;

/**
 * What became of a draft.
 *
 * @param summary the stored description
 * @param outcome how it stands to what the catalog had before
 * @param other the description that the outcome refers to, null for {@link Outcome#NEW} and {@link Outcome#KNOWN}
 */
public record StoredDescription(DescriptionSummary summary, Outcome outcome, Long other) {

    /** How a description stands to the releases of the same device that the catalog had before. */
    public enum Outcome {
        /** The first one of its device. */
        NEW,
        /** The same bytes were there already; nothing was stored. */
        KNOWN,
        /** Newer than {@code other}, which was the newest before; devices that are bound automatically follow. */
        NEWEST,
        /** Older than {@code other}, which stays the newest. */
        OLDER,
        /** The release of {@code other} with different content; devices stay with {@code other}. */
        VARIANT
    }

    /** Whether anything was stored. */
    public boolean created() {
        return outcome != Outcome.KNOWN;
    }
}
