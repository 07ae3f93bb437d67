package io.greenstack.descriptions.iodd.parameter;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How a menu shows a parameter: {@code shown = raw * gradient + offset}.
 *
 * @param subindex item, 0 for the whole
 * @param gradient factor
 * @param offset summand
 * @param unitCode unit code, null if none
 * @param unit symbol of the unit, null if none
 */
public record ParameterScale(int subindex, BigDecimal gradient, BigDecimal offset, Integer unitCode, String unit) {

    /** The shown value of a raw number, exact. */
    public BigDecimal scale(BigDecimal raw) {
        BigDecimal scaled = raw.multiply(gradient).add(offset);
        return scaled.signum() == 0 ? BigDecimal.ZERO : plain(scaled.stripTrailingZeros());
    }

    /** The raw number of a shown value, before it is rounded to what the datatype holds. */
    public BigDecimal unscale(BigDecimal shown) {
        return shown.subtract(offset, MathContext.DECIMAL128).divide(gradient, MathContext.DECIMAL128);
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
