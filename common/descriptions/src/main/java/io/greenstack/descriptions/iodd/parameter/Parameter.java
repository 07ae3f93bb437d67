package io.greenstack.descriptions.iodd.parameter;

import java.util.List;

import io.greenstack.descriptions.iodd.model.AccessRights;

/**
 * A variable of a device, ready for validation and coding.
 *
 * @param variableId id in the description
 * @param index ISDU index, null if the description does not give one
 * @param name name in the primary language, the id where there is none
 * @param access access to the whole; {@code RW} where the description gives none
 * @param type datatype, null if the description does not say enough of it to code values
 * @param defaultValue default of the whole as written, null if none
 * @param scales scales that menus give the variable and its items, in menu order
 */
public record Parameter(String variableId, Integer index, String name, AccessRights access, ParameterType type,
        String defaultValue, List<ParameterScale> scales) {

    public Parameter {
        scales = List.copyOf(scales);
    }

    /**
     * The scale of the whole or of an item.
     *
     * @param subindex item, 0 for the whole
     * @param unitCode unit that is wanted, null = the first one in menu order
     * @return null if no menu gives one
     */
    public ParameterScale scale(int subindex, Integer unitCode) {
        return scales.stream().filter(scale -> scale.subindex() == subindex)
                .filter(scale -> unitCode == null || unitCode.equals(scale.unitCode())).findFirst().orElse(null);
    }

    /** True for a variable with subindices. */
    public boolean hasItems() {
        return type != null && !type.items().isEmpty();
    }
}
