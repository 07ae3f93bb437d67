package io.greenstack.descriptions.iodd.model;

/**
 * An error type of the vendor.
 *
 * @param code null stands for 129
 * @param additionalCode additional code
 * @param name name
 * @param description description, null if none
 * @param source place in the file
 */
public record ErrorType(Integer code, Integer additionalCode, TextRef name, TextRef description,
        Source source) implements ErrorEntry {}
