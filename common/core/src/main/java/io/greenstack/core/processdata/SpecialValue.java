package io.greenstack.core.processdata;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A raw value that is no measurement (IODD SingleValue beside a ValueRange): it becomes a status and yields no value.
 *
 * @param value raw value
 * @param status stable token {@code [a-z0-9_]}, for example {@code no_data}
 * @param text text as shown, for example {@code No Data}; may be empty
 */
public record SpecialValue(BigDecimal value, String status, String text) {

    public SpecialValue {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(status, "status");
        text = text == null ? "" : text.strip();
    }

    /**
     * A special value with the status token made from its text: {@code NoData} and {@code No Data} become
     * {@code no_data}, {@code OutOfRange(+)} becomes {@code out_of_range_plus}, no text becomes {@code special_32764}.
     */
    public static SpecialValue of(BigDecimal value, String text) {
        return new SpecialValue(value, status(value, text), text);
    }

    private static String status(BigDecimal value, String text) {
        String words = text == null
                ? ""
                : text.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace("+", " plus ")
                        .replaceAll("\\(\\s*-\\s*\\)|(?<=\\s)-(?=\\s|$)|^-(?=\\s|$)", " minus ");
        String token = FieldKeys.slug(words);
        return token.isEmpty() ? "special_" + FieldKeys.slug(value.toPlainString().replace("-", "minus ")) : token;
    }
}
