package io.greenstack.descriptions.iodd.model;

import java.util.List;
import java.util.Map;

/**
 * Where an element stands in its file and everything about it that the typed components of its record do not carry, so
 * that the element can be written again exactly.
 *
 * @param line line of the start tag, from 1; 0 if the element does not come from a file
 * @param lexical attributes whose spelling differs from the usual one of their value (leading zeros, blanks, damaged
 *        numbers): attribute name to text as written
 * @param extra attributes, elements and texts that the specification does not know
 * @param order order of the child elements where it is not the one of the schema: slot numbers; empty otherwise
 */
public record Source(int line, Map<String, String> lexical, List<ExtraNode> extra, List<Integer> order) {

    /** Not from a file. */
    public static final Source NONE = new Source(0, Map.of(), List.of(), List.of());

    public Source {
        lexical = Map.copyOf(lexical);
        extra = List.copyOf(extra);
        order = List.copyOf(order);
    }

    /** An ordinary element at a line. */
    public static Source at(int line) {
        return new Source(line, Map.of(), List.of(), List.of());
    }

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
}
