package io.greenstack.descriptions;

import java.util.Objects;

/**
 * A text that a search looks at.
 *
 * @param field what it is
 * @param language language of the text, null if it has none
 * @param text the text as the file has it
 */
public record SearchText(Field field, String language, String text) {

    /** What a text is, the most telling first. */
    public enum Field {
        /** A name. */
        NAME,
        /** An identifier of the file: variable id, product id, keyword. */
        KEY,
        /** The symbol of a unit. */
        UNIT,
        /** Who makes the device, its family. */
        VENDOR,
        /** A value and what it means. */
        VALUE,
        /** An explanation. */
        DESCRIPTION
    }

    public SearchText {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(text, "text");
    }
}
