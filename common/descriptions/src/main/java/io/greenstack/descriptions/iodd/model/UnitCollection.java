package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * Units of the vendor's own; not in the specification, but in files.
 *
 * @param units units
 * @param source place in the file
 */
public record UnitCollection(List<Unit> units, Source source) implements IoddNode {

    public UnitCollection {
        units = List.copyOf(units);
    }
}
