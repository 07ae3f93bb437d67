package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * The variables of the device, clause 7.5.4.
 *
 * @param entries entries in document order
 * @param source place in the file
 */
public record VariableCollection(List<VariableEntry> entries, Source source) implements IoddNode {

    public VariableCollection {
        entries = List.copyOf(entries);
    }
}
