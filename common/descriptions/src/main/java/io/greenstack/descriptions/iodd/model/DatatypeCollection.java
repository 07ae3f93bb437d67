package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * Datatypes that others refer to, clause 7.5.3.
 *
 * @param datatypes named datatypes in document order
 * @param source place in the file
 */
public record DatatypeCollection(List<Datatype> datatypes, Source source) implements IoddNode {

    public DatatypeCollection {
        datatypes = List.copyOf(datatypes);
    }
}
