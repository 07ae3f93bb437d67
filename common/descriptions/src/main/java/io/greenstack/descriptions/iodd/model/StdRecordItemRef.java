package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * What differs for an item of a standard variable.
 *
 * @param subindex subindex of the item
 * @param defaultValue default, null if none
 * @param values the values the device supports
 * @param source place in the file
 */
public record StdRecordItemRef(Integer subindex, String defaultValue, List<AllowedValue> values,
        Source source) implements IoddNode {

    public StdRecordItemRef {
        values = List.copyOf(values);
    }
}
