package io.greenstack.core.processdata;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A permitted range in raw units.
 *
 * @param lower lowest raw value, included
 * @param upper highest raw value, included
 * @param name name of the range, null if it has none
 */
public record ValueRange(BigDecimal lower, BigDecimal upper, String name) {

    public ValueRange {
        Objects.requireNonNull(lower, "lower");
        Objects.requireNonNull(upper, "upper");
        name = name == null || name.isBlank() ? null : name.strip();
    }

    /** A range of integers. */
    public static ValueRange of(long lower, long upper, String name) {
        return new ValueRange(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper), name);
    }
}
