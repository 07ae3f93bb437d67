package io.greenstack.descriptions.iodd.model;

/** A type where it is used: written there, or referred to. */
public sealed interface TypeUse extends IoddNode permits Datatype, TypeUse.DatatypeRef {

    /**
     * Reference to a named datatype.
     *
     * @param datatypeId id of the datatype
     */
    record DatatypeRef(String datatypeId, Source source) implements TypeUse {}
}
