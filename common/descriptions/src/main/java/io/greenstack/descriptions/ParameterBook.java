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

    /**
     * A value of a parameter and its octets.
     *
     * @param variableId id of the parameter
     * @param index its index, may be null
     * @param subindex item, 0 for the whole
     * @param name name of the parameter or item
     * @param dataType datatype by its name in the format
     * @param octets its octets; not to be changed
     * @param value raw value, as the octets hold it
     * @param scaledValue value as menus show it, null if that was not asked for
     * @param unit unit of the scaled value of a simple parameter or item, may be null
     * @param items the items of a record or array, or the one value, with names
     */
    record CodedParameter(String variableId, Integer index, int subindex, String name, String dataType,
            byte[] octets, JsonNode value, JsonNode scaledValue, String unit, List<Item> items) {

        /**
         * One simple value.
         *
         * @param subindex item, 0 for the value of a simple parameter
         * @param name name, may be null
         * @param dataType datatype by its name in the format
         * @param value raw value
         * @param scaledValue value as menus show it, may be null
         * @param unit unit of the scaled value, may be null
         * @param label name of the single value that it is, may be null
         * @param special true for a special code, which is no measurement
         * @param status {@code invalid_text} beside a text of which some octets are no characters, else null
         */
        public record Item(int subindex, String name, String dataType, JsonNode value, JsonNode scaledValue,
                String unit,
                String label, boolean special, String status) {}

        public CodedParameter {
            items = List.copyOf(items);
        }
    }

    /**
     * Where a parameter is in the device.
     *
     * @param variableId its id in the description
     * @param index index by which the device is asked for it, null if the description gives none
     */
    record ParameterAddress(String variableId, Integer index) {}

    /**
     * In which form numbers are given and wanted.
     *
     * @param scaled true for numbers as menus show them, false for raw ones
     * @param unitCode unit of scaled numbers where there are several, null = the first
     */
    record ValueForm(boolean scaled, Integer unitCode) {

        /** Numbers as the octets hold them. */
        public static final ValueForm RAW = new ValueForm(false, null);
    }
}
