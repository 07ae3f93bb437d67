package io.greenstack.core.processdata;

import java.util.Objects;

/**
 * Holds when a device parameter has a value (IODD {@code Condition}): the reported value, else the parameter's default.
 *
 * @param variableId variable of the parameter
 * @param subindex record item of the variable, 0 for the whole variable
 * @param value value it must have
 */
public record Condition(String variableId, int subindex, long value) {

    public Condition {
        Objects.requireNonNull(variableId, "variableId");
    }
}
