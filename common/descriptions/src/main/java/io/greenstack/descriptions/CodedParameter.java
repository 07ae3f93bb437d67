package io.greenstack.descriptions;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

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
public record CodedParameter(String variableId, Integer index, int subindex, String name, String dataType,
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
     */
    public record Item(int subindex, String name, String dataType, JsonNode value, JsonNode scaledValue, String unit,
            String label, boolean special) {}

    public CodedParameter {
        items = List.copyOf(items);
    }
}
