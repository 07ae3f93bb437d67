package io.greenstack.descriptions.iodd.model;

/**
 * Reference to a named datatype.
 *
 * @param datatypeId id of the datatype
 * @param source place in the file
 */
public record DatatypeRef(String datatypeId, Source source) implements TypeUse {}
