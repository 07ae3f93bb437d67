package io.greenstack.descriptions.iodd.model;

/**
 * A range of the standard variable that the device supports (1.0.1).
 *
 * @param lowerValue lowest value
 * @param upperValue highest value
 * @param source place in the file
 */
public record StdValueRangeRef(String lowerValue, String upperValue, Source source) implements AllowedValue {}
