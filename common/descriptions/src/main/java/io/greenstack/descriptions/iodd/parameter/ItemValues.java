package io.greenstack.descriptions.iodd.parameter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.descriptions.ParameterException;

/** The values of the items of a record or array that a JSON value gives. */
final class ItemValues {

    private ItemValues() {}

    /**
     * Values by subindex.
     *
     * @param value for a record an object by subindex or unique item name, for an array an array of all elements or an object by
     *        subindex
     * @throws ParameterException if it is something else, or names an item that is not there
     */
    static Map<Integer, JsonNode> of(Parameter parameter, JsonNode value) {
        ParameterType type = parameter.type();
        Map<Integer, JsonNode> values = new LinkedHashMap<>();
        if (type.isArray() && value.isArray()) {
            if (value.size() != type.items().size()) {
                throw new ParameterException(parameter.variableId(), ParameterException.WRONG_LENGTH,
                        parameter.variableId()
                                + " is an array of " + type.items().size() + " elements, this is " + value.size()
                                + ".");
            }
            type.items().forEach(item -> values.put(item.subindex(), value.get(item.subindex() - 1)));
            return values;
        }
        if (!value.isObject()) {
            throw new ParameterException(parameter.variableId(), ParameterException.WRONG_TYPE, parameter.variableId()
                    + (type.isArray()
                            ? " is an array and takes a JSON array of its elements."
                            : " is a record and takes a JSON object: its keys are the subindices."));
        }
        value.fields().forEachRemaining(entry -> {
            int subindex = subindex(parameter, entry.getKey());
            if (values.put(subindex, entry.getValue()) != null) {
                throw new ParameterException(ParameterCodec.field(parameter, subindex), ParameterException.WRONG_TYPE,
                        "Subindex " + subindex + " of " + parameter.variableId() + " is given twice.");
            }
        });
        return values;
    }

    private static int subindex(Parameter parameter, String key) {
        if (key.matches("\\d{1,3}")) {
            return ParameterCodec.item(parameter, Integer.parseInt(key)).subindex();
        }
        List<ParameterItem> named = parameter.type().items().stream().filter(item -> item.name().equals(key)).toList();
        if (named.size() != 1) {
            throw new ParameterException(parameter.variableId(), ParameterException.UNKNOWN_ITEM, parameter.variableId()
                    + (named.isEmpty() ? " has no item " : " has several items ") + '"' + key
                    + "\"; give the subindex.");
        }
        return named.get(0).subindex();
    }
}
