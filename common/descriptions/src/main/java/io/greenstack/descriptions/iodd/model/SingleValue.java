package io.greenstack.descriptions.iodd.model;

/**
 * One allowed value.
 *
 * @param value the value as written, in the notation of its type
 * @param xsiType {@code xsi:type}, null if not given
 * @param name name, null if none
 * @param source place in the file
 */
public record SingleValue(String value, String xsiType, TextRef name, Source source) implements AllowedValue {}
