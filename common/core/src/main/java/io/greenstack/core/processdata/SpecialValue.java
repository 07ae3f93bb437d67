package io.greenstack.core.processdata;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;

/**
 * A raw value that is no measurement (IODD SingleValue beside a ValueRange): it becomes a status and yields no value.
 *
 * @param value raw value
 * @param status stable token {@code [a-z0-9_]}, for example {@code no_data}
 * @param text text as shown, for example {@code No Data}; may be empty
 */
public record SpecialValue(BigDecimal value, String status, String text) {

    /** What the status of any field may say. */
    private static final Set<String> COMMON = Set.of(DecodedValue.OUT_OF_RANGE, DecodedValue.INVALID_TEXT,
            DecodedValue.NOT_A_NUMBER, DecodedValue.NO_SCALING);

    public SpecialValue {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(status, "status");
        text = text == null ? "" : text.strip();
    }

    /**
     * A special value with the status token made from its text: {@code NoData} and {@code No Data} become
     * {@code no_data}, {@code OutOfRange(+)} becomes {@code out_of_range_plus}, no text becomes {@code special_32764}. A token that says something else of any
     * field gets {@code special_} before it: {@code Out of range} becomes {@code special_out_of_range}.
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
        if (COMMON.contains(token)) {
            return "special_" + token;
        }
        return token.isEmpty() ? "special_" + FieldKeys.slug(value.toPlainString().replace("-", "minus ")) : token;
    }
}
