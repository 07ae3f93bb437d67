package io.greenstack.core.processdata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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

    /**
     * The ranges of the values of an enumeration, lowest first.
     *
     * @param whole whether values that follow each other are one range
     * @param most the most values to take
     */
    public static List<ValueRange> of(Stream<BigDecimal> values, boolean whole, int most) {
        List<ValueRange> ranges = new ArrayList<>();
        values.distinct().sorted().limit(most).forEach(value -> {
            ValueRange last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (whole && last != null && value.subtract(last.upper()).compareTo(BigDecimal.ONE) == 0) {
                ranges.set(ranges.size() - 1, new ValueRange(last.lower(), value, null));
            } else {
                ranges.add(new ValueRange(value, value, null));
            }
        });
        return ranges;
    }
}
