package io.greenstack.descriptions.iodd.model;

/** A value or range that a datatype allows. */
public sealed interface AllowedValue extends IoddNode {

    /**
     * One allowed value.
     *
     * @param value the value as written, in the notation of its type
     * @param xsiType {@code xsi:type}, null if not given
     * @param name name, null if none
     */
    record SingleValue(String value, String xsiType, TextRef name, Source source) implements AllowedValue {}

    /**
     * A range of allowed values.
     *
     * @param lowerValue lowest value, included, as written
     * @param upperValue highest value, included, as written
     * @param xsiType {@code xsi:type}, null if not given
     * @param name name, null if none
     */
    record ValueRange(String lowerValue, String upperValue, String xsiType, TextRef name,
            Source source) implements AllowedValue {}

    /**
     * A single value of the standard variable that the device supports.
     *
     * @param value the value
     */
    record StdSingleValueRef(String value, Source source) implements AllowedValue {}

    /**
     * A range of the standard variable that the device supports (1.0.1).
     *
     * @param lowerValue lowest value
     * @param upperValue highest value
     */
    record StdValueRangeRef(String lowerValue, String upperValue, Source source) implements AllowedValue {}
}
