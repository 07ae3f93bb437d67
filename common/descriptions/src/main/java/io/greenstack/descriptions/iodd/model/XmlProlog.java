package io.greenstack.descriptions.iodd.model;

/**
 * What is before the root element of a file.
 *
 * @param encoding encoding named in the XML declaration, null if none is named
 * @param byteOrderMark true if the file begins with a byte-order mark
 * @param namespace namespace of the root element, empty if none
 * @param prefix namespace prefix of the root element, empty if none
 * @param version version of the specification, told by namespace, else by the profile revision
 */
public record XmlProlog(String encoding, boolean byteOrderMark, String namespace, String prefix, IoddVersion version) {}
