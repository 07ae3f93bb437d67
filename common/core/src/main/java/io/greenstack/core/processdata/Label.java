package io.greenstack.core.processdata;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * The text of one raw value (IODD SingleValue without a range beside it, EDS enum entry).
 *
 * @param value raw value; booleans 0 and 1
 * @param text text as shown
 */
public record Label(BigDecimal value, String text) {

    public Label {
        Objects.requireNonNull(value, "value");
        text = text == null ? "" : text;
    }

    /** A label of an integer or boolean. */
    public static Label of(long value, String text) {
        return new Label(BigDecimal.valueOf(value), text);
    }
}
