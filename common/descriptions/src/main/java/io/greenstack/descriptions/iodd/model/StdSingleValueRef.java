package io.greenstack.descriptions.iodd.model;

/**
 * A single value of the standard variable that the device supports.
 *
 * @param value the value
 * @param source place in the file
 */
public record StdSingleValueRef(String value, Source source) implements AllowedValue {}
