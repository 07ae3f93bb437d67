package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * A standard variable that the device has, clause 7.5.4.1.
 *
 * @param id id of the standard variable
 * @param defaultValue default, null if none
 * @param fixedLengthRestriction shorter length in octets (texts) or elements (arrays), null if none
 * @param excludedFromDataStorage null stands for false
 * @param values the values the device supports; empty = those of the standard
 * @param items what differs for items of a record
 * @param source place in the file
 */
public record StdVariableRef(String id, String defaultValue, Integer fixedLengthRestriction,
        Boolean excludedFromDataStorage, List<AllowedValue> values, List<StdRecordItemRef> items,
        Source source) implements VariableEntry {

    public StdVariableRef {
        values = List.copyOf(values);
        items = List.copyOf(items);
    }
}
