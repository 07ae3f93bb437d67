package io.greenstack.descriptions;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.core.processdata.ProcessDataLayout;

/** A stored description that is in use. Thread-safe, and worth keeping for as long as it is used. */
public interface OpenDescription {

    /** Languages of its texts, the primary one first. */
    default List<String> languages() {
        return List.of();
    }

    /**
     * Detail document as JSON, as {@link ReadDescription#detail()}.
     *
     * @param language language of the texts, null = the primary one
     */
    String detail(String language);

    /**
     * The layout of something else than the process data that the description suggests.
     *
     * @param layoutId id that the layout gets
     * @return empty if the description does not have it, or says nothing of its data
     */
    default Optional<ProcessDataLayout> layout(String layoutId, LayoutChoice choice) {
        return Optional.empty();
    }

    /** The events of the device. */
    default EventBook events() {
        return EventBook.EMPTY;
    }

    /** Values of its parameters, empty if the format does not say how they are coded. */
    default Optional<ParameterBook> parameters() {
        return Optional.empty();
    }

    /** Judges a merge patch of wanted values (RFC 7396). Deleting is always allowed. */
    default JudgedValues judge(ObjectNode wanted) {
        return new JudgedValues(wanted, List.of());
    }
}
