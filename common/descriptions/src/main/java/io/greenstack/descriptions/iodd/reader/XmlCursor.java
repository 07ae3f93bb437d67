package io.greenstack.descriptions.iodd.reader;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;

import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Steps through an untrusted XML file within {@link IoddLimits}: only start tags, end tags and texts are seen, document
 * types are refused. Not thread-safe.
 */
final class XmlCursor {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private final XMLStreamReader xml;
    private final IoddLimits limits;
    private final String declaredEncoding;
    private final int badEncodingLine;
    private final Charset readAs;
    private String namespace = "";
    private int line = 1;
    private int column = 1;
    private int depth;
    private int elements;

    XmlCursor(byte[] bytes, IoddLimits limits) throws IoddException {
        this.limits = limits;
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            factory.setXMLResolver((publicId, systemId, base, name) -> new ByteArrayInputStream(new byte[0]));
            XmlInput input = XmlInput.of(bytes);
            this.badEncodingLine = input.badLine();
            this.readAs = input.readAs();
            this.xml = input.open(factory);
            this.declaredEncoding = xml.getCharacterEncodingScheme();
        } catch (XMLStreamException | RuntimeException e) {
            throw malformed(e, 1, 1);
        }
    }

    /**
     * Steps to the root element.
     *
     * @throws IoddException if there is none
     */
    void root() throws IoddException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.END_DOCUMENT) {
                throw new IoddException("xml-malformed", line, column, "The file has no root element.");
            }
        }
        // blanks before the root element are no event of their own, so the place before it would be off
        mark();
        namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
    }

    /**
     * Steps to the next start tag, end tag, text or to the end of the document.
     *
     * @return the event, see {@link XMLStreamConstants}; CDATA counts as text
     */
    int next() throws IoddException {
        while (true) {
            int event = step();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter();
                    return event;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return event;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    return XMLStreamConstants.CHARACTERS;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return event;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new IoddException(
                        "dtd-forbidden", line, column,
                        "The file has a document type (<!DOCTYPE ...>) or uses an entity of one, which device "
                                + "descriptions must not have. Remove it and upload the file again.");
                default -> {
                    // comments, processing instructions and blanks say nothing
                }
            }
        }
    }

    private int step() throws IoddException {
        try {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT
                    && xml.getEventType() != XMLStreamConstants.END_ELEMENT) {
                // where a text or comment ends, the next tag begins; tags themselves seldom span lines
                mark();
            }
            return xml.next();
        } catch (XMLStreamException | RuntimeException e) {
            // the parser of the JDK lets some of its own index errors through on damaged input
            throw malformed(e, line, column);
        }
    }

    private void mark() {
        Location location = xml.getLocation();
        line = Math.max(1, location.getLineNumber());
        column = Math.max(1, location.getColumnNumber());
    }

    private void enter() throws IoddException {
        if (++depth > limits.maxDepth()) {
            throw tooMuch("too-deep", "elements are nested deeper than " + limits.maxDepth() + " levels");
        }
        if (++elements > limits.maxElements()) {
            throw tooMuch("too-many-elements", "there are more than " + limits.maxElements() + " elements");
        }
        if (xml.getAttributeCount() > limits.maxAttributes()) {
            throw tooMuch("too-many-attributes",
                    "<" + shorten(xml.getLocalName()) + "> has more than " + limits.maxAttributes() + " attributes");
        }
    }

    private IoddException tooMuch(String code, String what) {
        return new IoddException(code, line, column,
                "Line " + line + ": " + what + ". A device description is never like that; the file is refused.");
    }

    /** Line of the current tag or text, from 1. */
    int line() {
        return line;
    }

    /** Column of the current tag or text, from 1. */
    int column() {
        return column;
    }

    /** Encoding of the XML declaration, null if none. */
    String declaredEncoding() {
        return declaredEncoding;
    }

    /** Line of the first byte that does not fit the encoding the file says it has; 0 if there is none. */
    int badEncodingLine() {
        return badEncodingLine;
    }

    /** The encoding the file is read in, null if that was left to the XML parser. */
    Charset readAs() {
        return readAs;
    }

    /** Namespace of the root element, empty if none. */
    String namespace() {
        return namespace;
    }

    /** Prefix of the current element, empty if none. */
    String prefix() {
        return xml.getPrefix() == null ? "" : xml.getPrefix();
    }

    /** Name of the current element; in another namespace than the root's <code>{namespace}name</code>. */
    String name() {
        String uri = xml.getNamespaceURI();
        return namespace.equals(uri == null ? "" : uri) ? xml.getLocalName() : "{" + uri + "}" + xml.getLocalName();
    }

    /** Number of attributes of the current element. */
    int attributeCount() {
        return xml.getAttributeCount();
    }

    /** Name of an attribute: {@code xsi:} and {@code xml:} with prefix, other namespaces in braces. */
    String attributeName(int i) {
        String uri = xml.getAttributeNamespace(i);
        String name = xml.getAttributeLocalName(i);
        if (uri == null || uri.isEmpty()) {
            return name;
        }
        if (XSI.equals(uri)) {
            return "type".equals(name) ? "xsi:type" : "xsi:" + name;
        }
        return XML.equals(uri) ? "xml:" + name : "{" + uri + "}" + name;
    }

    /** Value of an attribute. */
    String attributeValue(int i) throws IoddException {
        String value = xml.getAttributeValue(i);
        if (value.length() > limits.maxTextLength()) {
            throw tooMuch("text-too-long", "attribute " + shorten(attributeName(i)) + " is longer than "
                    + limits.maxTextLength() + " characters");
        }
        return value;
    }

    /** True if the current text is only blanks. */
    boolean isBlank() {
        return xml.isWhiteSpace();
    }

    /** Appends the current text. */
    void appendTo(StringBuilder text) throws IoddException {
        if (text.length() + xml.getTextLength() > limits.maxTextLength()) {
            throw tooMuch("text-too-long", "a text is longer than " + limits.maxTextLength() + " characters");
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    private static IoddException malformed(Exception e, int line, int column) {
        int atLine = line;
        int atColumn = column;
        String detail = null;
        if (e instanceof XMLStreamException broken) {
            Location location = broken.getLocation();
            if (location != null && location.getLineNumber() > 0) {
                atLine = location.getLineNumber();
                atColumn = Math.max(1, location.getColumnNumber());
            }
            detail = broken.getMessage();
        }
        if (detail != null && detail.contains("Message: ")) {
            detail = detail.substring(detail.indexOf("Message: ") + "Message: ".length());
        }
        String reason = detail == null || detail.isBlank()
                ? "it cannot be read as XML"
                : shorten(detail.strip().replaceAll("\\s+", " ").replaceAll("\\.$", ""));
        return new IoddException("xml-malformed", atLine, atColumn,
                "The file is damaged at line " + atLine + ", column " + atColumn + ": " + reason
                        + ". Get the file again from the vendor; if it was edited, repair that line.");
    }

    private static String shorten(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
}
