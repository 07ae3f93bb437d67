package io.greenstack.api.iodd;

/**
 * The main file as text.
 *
 * @param fileName its name
 * @param xmlContent its text; the octets are at the same path as {@code application/xml}
 */
record XmlDocument(String fileName, String xmlContent) {}
