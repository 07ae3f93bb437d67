package io.greenstack.descriptions.eds.model;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Fields 13 to 21 of a parameter: {@code EngValue = ((Actual + Offset) * Mult * Base) / Div} (CIP Volume 1, clause
 * 5-14.4). With extended precision scaling the divisor is multiplied by 10 to the power of the decimal places.
 *
 * @param multiplier multiplier, null if not given
 * @param divisor divisor, null if not given
 * @param base base, null if not given
 * @param offset offset, in raw units, null if not given
 * @param multiplierLink number of the parameter that holds the multiplier, null if none
 * @param divisorLink number of the parameter that holds the divisor, null if none
 * @param baseLink number of the parameter that holds the base, null if none
 * @param offsetLink number of the parameter that holds the offset, null if none
 * @param decimalPlaces digits after the decimal point, null if not given
 */
public record ParameterScaling(BigDecimal multiplier, BigDecimal divisor, BigDecimal base, BigDecimal offset,
        Integer multiplierLink, Integer divisorLink, Integer baseLink, Integer offsetLink, Integer decimalPlaces) {

    /** No scaling. */
    public static final ParameterScaling NONE = new ParameterScaling(null, null, null, null, null, null, null, null,
            null);

    /** True if any of the four factors is taken from another parameter. */
    public boolean linked() {
        return multiplierLink != null || divisorLink != null || baseLink != null || offsetLink != null;
    }

    /** True if the factors change a value. */
    public boolean changesValue() {
        return gradient(false).compareTo(BigDecimal.ONE) != 0 || offset != null && offset.signum() != 0;
    }

    /**
     * {@code Mult * Base / Div}; factors that are missing or zero count as one. Exact where the quotient has a finite
     * decimal expansion, otherwise to 34 digits.
     *
     * @param extendedPrecision true if the decimal places are part of the divisor
     */
    public BigDecimal gradient(boolean extendedPrecision) {
        BigDecimal dividend = oneIfUnset(multiplier).multiply(oneIfUnset(base));
        BigDecimal by = oneIfUnset(divisor);
        if (extendedPrecision && decimalPlaces != null && decimalPlaces > 0 && decimalPlaces <= 20) {
            by = by.scaleByPowerOfTen(decimalPlaces);
        }
        if (by.compareTo(BigDecimal.ONE) == 0) {
            return dividend;
        }
        try {
            return dividend.divide(by);
        } catch (ArithmeticException e) {
            return dividend.divide(by, MathContext.DECIMAL128);
        }
    }

    private static BigDecimal oneIfUnset(BigDecimal factor) {
        return factor == null || factor.signum() == 0 ? BigDecimal.ONE : factor;
    }
}
