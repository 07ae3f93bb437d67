package io.greenstack.descriptions;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The parameters of a device: where they are, and how their values are coded. A parameter is named by its id, its index in
 * digits, or its name if no other has it; subindex 0 is the whole of it. Values are JSON: numbers, texts, truth values, an
 * object by subindex or item name for a record, an array for an array.
 */
public interface ParameterBook {

    /** Where a parameter is, empty if there is none of that name. */
    Optional<ParameterAddress> find(String key);

    /**
     * Checks that a parameter, or an item of it, can be read by itself.
     *
     * @throws ParameterException if not
     */
    void checkReadable(String key, int subindex);

    /**
     * Octets of a value.
     *
     * @param base the whole record as the device has it: items left out keep what they have there; may be null
     * @throws ParameterException if the datatype cannot hold the value
     */
    CodedParameter encode(String key, int subindex, JsonNode value, ValueForm form, byte[] base);

    /**
     * Value of octets.
     *
     * @throws ParameterException if the octets do not fit
     */
    CodedParameter decode(String key, int subindex, byte[] octets, ValueForm form);

    /**
     * What is wrong with a value: access, type, length, ranges, single values.
     *
     * @param forWriting true for a value that is to be written, false for one that was read
     * @throws ParameterException {@link ParameterException#UNKNOWN_PARAMETER}
     */
    List<ParameterError> validate(String key, int subindex, JsonNode value, ValueForm form, boolean forWriting);
}
