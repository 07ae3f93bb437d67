package io.greenstack.descriptions.eds.model;

import java.math.BigDecimal;

/**
 * A minimum, maximum or default: a number, or a text for text parameters.
 *
 * @param text as written, without quotes
 * @param number the number, null if it is none
 */
public record EdsValue(String text, BigDecimal number) {

    /** Reads a field; null if it is empty. */
    public static EdsValue of(EdsField field) {
        return field.isEmpty() ? null : new EdsValue(field.text(), field.number());
    }

    /** The number as a long, null if it is none that fits. */
    public Long longValue() {
        return EdsNumbers.toLong(number);
    }
}
