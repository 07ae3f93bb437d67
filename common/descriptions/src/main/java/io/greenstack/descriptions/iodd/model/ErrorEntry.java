package io.greenstack.descriptions.iodd.model;

/** An error type: the device's own, or a reference to a standard one. */
public sealed interface ErrorEntry extends IoddNode permits StdErrorTypeRef, ErrorType {

    /** Error code, null if not written. */
    Integer code();

    /** Additional code, 0..255. */
    Integer additionalCode();
}
