package io.greenstack.api.parameterset;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.descriptions.Sparse;

/**
 * A kept set beside what it is held against.
 *
 * @param id the kept set
 * @param against what it is held against: the name of a set, the id of a device, or {@code defaults}
 * @param differing how many values differ, of all that both have
 * @param values in the order of the kept set
 */
@Schema(name = "ParameterSetComparison")
record SetComparison(long id, String against, int differing, List<ComparedValue> values) {

    /**
     * A value of both; values are raw.
     *
     * @param parameterId id of the parameter
     * @param subindex item of a record, 0 for a parameter of one value
     * @param name name of the parameter
     * @param item name of the item
     * @param unit unit of the value as screens show it
     * @param value what the kept set has
     * @param other what the other has, absent where it has none
     * @param differs whether both have one and they are not the same
     * @param writable whether it can be written
     */
    record ComparedValue(String parameterId, int subindex, String name, String item, String unit,
            @Schema(implementation = Object.class) JsonNode value,
            @Schema(implementation = Object.class) JsonNode other, boolean differs, boolean writable)
            implements
                Sparse {}
}
