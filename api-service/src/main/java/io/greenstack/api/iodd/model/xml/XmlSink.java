package io.greenstack.api.iodd.model.xml;

import java.util.SortedMap;

/** Takes the elements of a document in document order. */
public interface XmlSink {

    /**
     * An element begins.
     *
     * @param name local name; in another namespace than the root's <code>{namespace}name</code>
     * @param attributes values by name; {@code xsi:} and {@code xml:} with their prefix
     * @param line line it stands in, 0 if not known
     */
    void start(String name, SortedMap<String, String> attributes, int line);

    /** Text that is not only blanks. */
    void text(String text);

    /** The element that began last and has not ended yet ends. */
    void end();
}
