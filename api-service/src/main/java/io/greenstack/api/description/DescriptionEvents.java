package io.greenstack.api.description;

import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.ReadDescription;

/** What other features are told about descriptions, inside the transaction of the change. */
public final class DescriptionEvents {

    private DescriptionEvents() {}

    /** Descriptions with these ids were read and written, before anybody is told that they are stored. */
    public record Written(Map<Long, ReadDescription> read) {}

    /** New descriptions are stored. */
    public record Stored(List<DescriptionSummary> descriptions) {}

    /** A description is about to go; whatever refers to it has to let go of it. */
    public record Removing(long id) {}

    /** A description stays as it was read before, because the reader of today refuses its file. */
    public record NotRenewed(long id) {}

    /** A pass over what was to be read anew has ended; told outside of transactions. */
    public record RenewalEnded() {}

    /** The layout or the events of a description were read anew and are others now; devices that use it have to be told. */
    public record Renewed(long id) {}
}
