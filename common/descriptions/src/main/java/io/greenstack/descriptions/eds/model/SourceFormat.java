package io.greenstack.descriptions.eds.model;

/**
 * How the characters of the file were encoded, so that it can be written again in the same way.
 *
 * @param charset name of the character set: UTF-8, ISO-8859-1, windows-1252, UTF-16LE or UTF-16BE
 * @param byteOrderMark true if the file begins with a byte order mark
 * @param lineSeparator the line end that occurs most
 */
public record SourceFormat(String charset, boolean byteOrderMark, String lineSeparator) {}
