package io.greenstack.descriptions.eds.model;

/**
 * The text of one value (or one bit, for bit-string parameters).
 *
 * @param value the value
 * @param text the text
 */
public record EnumValue(long value, String text, int line) {}
