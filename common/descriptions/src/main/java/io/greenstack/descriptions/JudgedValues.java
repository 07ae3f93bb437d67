package io.greenstack.descriptions;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Wanted values that were judged by a description.
 *
 * @param accepted the patch with the names that the device uses, so that one value has one place
 * @param errors one for each value that the device could never take; fields are JSON pointers
 */
public record JudgedValues(ObjectNode accepted, List<ParameterError> errors) {

    public JudgedValues {
        errors = List.copyOf(errors);
    }
}
