package io.greenstack.descriptions.iodd.model;

/**
 * A standard error type.
 *
 * @param code null stands for 128
 * @param additionalCode additional code
 * @param source place in the file
 */
public record StdErrorTypeRef(Integer code, Integer additionalCode, Source source) implements ErrorEntry {}
