package io.greenstack.descriptions.iodd.model.xml;

import java.util.Set;
import java.util.SortedMap;

/** Takes the elements of a document in document order. */
public interface XmlSink {

    /**
     * An element of the specification begins.
     *
     * @param name local name; in another namespace than the root's <code>{namespace}name</code>
     * @param attributes values by name; {@code xsi:} and {@code xml:} with their prefix
     * @param kept names of those attributes that the model only keeps: unknown ones, and ones it does not understand
     * @param line line it stands in, 0 if not known
     */
    void start(String name, SortedMap<String, String> attributes, Set<String> kept, int line);

    /** An element begins that the model only keeps: it is unknown, as is everything in it. */
    void startUnknown(String name, SortedMap<String, String> attributes, int line);

    /** Text that is not only blanks. */
    void text(String text);

    /** Text where the specification has none; the model only keeps it. */
    void unknownText(String text);

    /** The element that began last and has not ended yet ends. */
    void end();
}
