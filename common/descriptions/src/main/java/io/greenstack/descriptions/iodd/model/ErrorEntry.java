package io.greenstack.descriptions.iodd.model;

/** An error type: the device's own, or a reference to a standard one. */
public sealed interface ErrorEntry extends IoddNode {

    /** Error code, null if not written. */
    Integer code();

    /** Additional code, 0..255. */
    Integer additionalCode();

    /**
     * A standard error type.
     *
     * @param code null stands for 128
     * @param additionalCode additional code
     */
    record StdErrorTypeRef(Integer code, Integer additionalCode, Source source) implements ErrorEntry {}

    /**
     * An error type of the vendor.
     *
     * @param code null stands for 129
     * @param additionalCode additional code
     * @param description description, null if none
     */
    record ErrorType(Integer code, Integer additionalCode, TextRef name, TextRef description,
            Source source) implements ErrorEntry {}
}
