package io.greenstack.descriptions.iodd.reader;

import java.util.SortedMap;
import java.util.TreeMap;

import javax.xml.stream.XMLStreamConstants;

/** Reads any XML file within {@link IoddLimits} without knowing what it means. */
public final class XmlEvents {

    private XmlEvents() {}

    /** Is told of elements and texts in document order. */
    public interface Handler {

        /** An element begins; names as {@link IoddReader} uses them. */
        void start(String name, SortedMap<String, String> attributes, int line);

        /** Text that is not only blanks; a comment within it parts it in two. */
        void text(String text);

        /** The element that began last and has not ended yet ends. */
        void end();
    }

    /**
     * Reads a file.
     *
     * @throws IoddException if it is not XML, damaged, or beyond the limits
     */
    public static void read(byte[] xml, IoddLimits limits, Handler handler) throws IoddException {
        XmlCursor cursor = IoddReader.open(xml, limits);
        start(cursor, handler);
        int event = cursor.next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(cursor, handler);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                handler.end();
            } else if (!cursor.isBlank()) {
                StringBuilder text = new StringBuilder();
                cursor.appendTo(text);
                handler.text(text.toString());
            }
            event = cursor.next();
        }
    }

    private static void start(XmlCursor cursor, Handler handler) throws IoddException {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < cursor.attributeCount(); i++) {
            attributes.put(cursor.attributeName(i), cursor.attributeValue(i));
        }
        handler.start(cursor.name(), attributes, cursor.line());
    }
}
