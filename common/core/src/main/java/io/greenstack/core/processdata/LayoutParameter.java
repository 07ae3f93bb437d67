package io.greenstack.core.processdata;

import java.util.Objects;

/**
 * A device parameter that the conditions of a layout refer to.
 *
 * @param variableId id of the variable in the description
 * @param subindex record item of the variable, 0 for the whole variable
 * @param index ISDU index to read it from the device, null if not known
 * @param name name for screens, may be empty
 * @param defaultValue value that holds until the device reports one, null if the description gives none
 */
public record LayoutParameter(String variableId, int subindex, Integer index, String name, Long defaultValue) {

    public LayoutParameter {
        Objects.requireNonNull(variableId, "variableId");
        name = name == null ? "" : name;
    }
}
