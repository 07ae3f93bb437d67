package io.greenstack.descriptions.iodd.model;

/**
 * A range of allowed values.
 *
 * @param lowerValue lowest value, included, as written
 * @param upperValue highest value, included, as written
 * @param xsiType {@code xsi:type}, null if not given
 * @param name name, null if none
 * @param source place in the file
 */
public record ValueRange(String lowerValue, String upperValue, String xsiType, TextRef name,
        Source source) implements AllowedValue {}
