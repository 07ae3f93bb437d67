package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * Something in an IODD file that the specification does not know: kept as it stands and reported.
 *
 * @param kind attribute, element or text
 * @param name name of the attribute or element, <code>{namespace}name</code> in a foreign namespace; empty for texts
 * @param value value of the attribute or the text; null for elements
 * @param path where it is, for example {@code IODevice/ProfileBody/Note}
 * @param line line, from 1
 * @param content attributes, elements and texts of an element
 */
public record ExtraNode(Kind kind, String name, String value, String path, int line, List<ExtraNode> content) {

    /** What it is. */
    public enum Kind {
        /** An attribute. */
        ATTRIBUTE,
        /** An element with all its content. */
        ELEMENT,
        /** Text between elements. */
        TEXT
    }

    public ExtraNode {
        content = List.copyOf(content);
    }
}
