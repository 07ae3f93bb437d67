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
     * Detail document as JSON, as {@link ReadDescription#detail()}, with all parameters.
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

    /**
     * An error with which the device refuses a parameter, in words of its vendor.
     *
     * @param type error type of IO-Link: error code in the high octet, additional code in the low one
     * @param language language of the texts, null = the primary one
     */
    default Optional<ErrorText> error(int type, String language) {
        return Optional.empty();
    }

    /** Whether the device takes several parameters as one block (IO-Link interface specification, 10.3.5). */
    default boolean takesBlocks() {
        return false;
    }

    /** Values of its parameters, empty if the format does not say how they are coded. */
    default Optional<ParameterBook> parameters() {
        return Optional.empty();
    }

    /**
     * Its parameters as lines of a table, in the order of the description.
     *
     * @param language language of the texts, null = the primary one
     */
    default List<ParameterLine> parameterLines(String language) {
        return List.of();
    }

    /**
     * The values that a set of its parameters has, in the order of the description; a record has one for each item.
     *
     * @param language language of the texts, null = the primary one
     */
    default List<ParameterSetting> settings(String language) {
        return parameterLines(language).stream().map(line -> new ParameterSetting(line.id(), line.index(), 0,
                line.name(), null, line.dataType(), line.accessRights(), line.defaultValue(), line.unit())).toList();
    }

    /** Judges a merge patch of wanted values (RFC 7396). Deleting is always allowed. */
    default JudgedValues judge(ObjectNode wanted) {
        return new JudgedValues(wanted, List.of());
    }

    /**
     * Wanted values that were judged by a description.
     *
     * @param accepted the patch with the names that the device uses, so that one value has one place
     * @param errors one for each value that the device could never take; fields are JSON pointers
     */
    record JudgedValues(ObjectNode accepted, List<ParameterError> errors) {

        public JudgedValues {
            errors = List.copyOf(errors);
        }
    }

    /**
     * What of a description's process data a device uses; exactly one member is given.
     *
     * @param connection number of a connection
     * @param assembly number or keyword of an assembly
     */
    record LayoutChoice(Integer connection, String assembly) {

        public LayoutChoice {
            if ((connection == null) == (assembly == null)) {
                throw new IllegalArgumentException("Either a connection or an assembly is chosen");
            }
        }

        @Override
        public String toString() {
            return connection == null ? assembly : connection.toString();
        }
    }
}
