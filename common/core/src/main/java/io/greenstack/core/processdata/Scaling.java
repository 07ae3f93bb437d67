package io.greenstack.core.processdata;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * How a raw number becomes a value: {@code value = raw * gradient + offset}, exactly, then the nearest double.
 *
 * @param when all must hold; empty = always
 * @param gradient factor, not zero; null stands for 1
 * @param offset summand; null stands for 0
 * @param unitCode IO-Link unit code (IODD StandardUnitDefinitions), null if none or not from there
 * @param unit symbol of the unit, null if none; without control characters and backslashes at its end, which no store of
 *        time series takes
 * @param displayFormat how to show the value, null = as the type suggests
 * @param source where in the description it was found
 */
public record Scaling(List<Condition> when, BigDecimal gradient, BigDecimal offset, Integer unitCode, String unit,
        DisplayFormat displayFormat, ScalingSource source) {

    /** The raw value as it is, without a unit. */
    public static final Scaling IDENTITY = new Scaling(List.of(), BigDecimal.ONE, BigDecimal.ZERO, null, null, null,
            ScalingSource.NONE);

    public Scaling {
        when = when == null ? List.of() : List.copyOf(when);
        gradient = gradient == null || gradient.compareTo(BigDecimal.ONE) == 0 ? BigDecimal.ONE : gradient;
        offset = offset == null || offset.signum() == 0 ? BigDecimal.ZERO : offset;
        unit = unit == null ? null : storable(unit);
        Objects.requireNonNull(source, "source");
    }

    private static String storable(String unit) {
        boolean plain = !unit.endsWith("\\") && unit.chars().noneMatch(Character::isISOControl);
        String storable = plain ? unit : unit.replaceAll("[\\x00-\\x1F\\x7F-\\x9F]", " ").replaceAll("[\\\\\\s]+$", "");
        return storable.isEmpty() ? null : storable;
    }

    /** True if value and raw value are the same number. */
    public boolean isIdentity() {
        return gradient.compareTo(BigDecimal.ONE) == 0 && offset.signum() == 0;
    }
}
