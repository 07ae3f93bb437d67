package io.greenstack.descriptions.iodd.model;

/**
 * A wire.
 *
 * @param element {@code Wire1} to {@code Wire9}
 * @param xsiType {@code xsi:type}, null if not given
 * @param color colour code of IEC 60757, null if not given
 * @param function {@code L+}, {@code L-}, {@code C/Q} and so on, null if not given
 * @param name name, null if none
 * @param source place in the file
 */
public record Wire(String element, String xsiType, String color, String function, TextRef name,
        Source source) implements IoddNode {

    /** Number of the wire, 1..9. */
    public int number() {
        return element.charAt(element.length() - 1) - '0';
    }
}
