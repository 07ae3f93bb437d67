package io.greenstack.core.processdata;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * {@code raw * gradient + offset}, computed exactly in decimals and then rounded once to the nearest double: 394 times
 * 0.1 is 39.4, not 39.400000000000006.
 * <p>
 * Gradient and offset become integers over a common power of ten. If the numerator stays below 2^53 and the power within
 * 10^22, both are exact doubles and their IEEE quotient is the correctly rounded result. Everything else goes through
 * BigDecimal.
 */
final class LinearScale {

    private static final double[] POWERS_OF_TEN = new double[23];
    private static final long EXACT = 1L << 53;

    static {
        for (int i = 0; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = new BigDecimal("1e" + i).doubleValue();
        }
    }

    private final BigDecimal gradient;
    private final BigDecimal offset;
    private final boolean identity;
    private final boolean fast;
    private final long factor;
    private final long summand;
    private final double divisor;
    private final long maxRaw;

    LinearScale(BigDecimal gradient, BigDecimal offset) {
        this.gradient = gradient;
        this.offset = offset;
        this.identity = gradient.compareTo(BigDecimal.ONE) == 0 && offset.signum() == 0;
        int power = Math.max(0, Math.max(scale(gradient), scale(offset)));
        BigDecimal factorOverPower = gradient.movePointRight(power);
        BigDecimal summandOverPower = offset.movePointRight(power);
        BigDecimal limit = BigDecimal.valueOf(EXACT / 2);
        this.fast = power < POWERS_OF_TEN.length && factorOverPower.abs().compareTo(limit) <= 0
                && summandOverPower.abs().compareTo(limit) <= 0;
        this.factor = fast ? factorOverPower.longValueExact() : 0;
        this.summand = fast ? summandOverPower.longValueExact() : 0;
        this.divisor = fast ? POWERS_OF_TEN[power] : 1;
        this.maxRaw = fast ? (EXACT / 2) / Math.abs(factor) : -1;
    }

    private static int scale(BigDecimal number) {
        return number.signum() == 0 ? 0 : number.stripTrailingZeros().scale();
    }

    /** The scaled value of a raw number; infinite if it is beyond what a double holds. */
    double apply(long raw, RawNumber number) {
        if (number.floating()) {
            return identity ? number.floatValue(raw) : slow(raw, number);
        }
        // Unsigned raw numbers of 2^63 and more are negative here.
        if (raw <= maxRaw && raw >= -maxRaw && !(raw < 0 && number.wide())) {
            long numerator = raw * factor + summand;
            return divisor == 1 ? numerator : numerator / divisor;
        }
        return identity && !number.wide() ? raw : slow(raw, number);
    }

    private double slow(long raw, RawNumber number) {
        return exact(raw, number).doubleValue();
    }

    /** The scaled value with all its digits; not for NaN and infinities. */
    BigDecimal exact(long raw, RawNumber number) {
        return number.exact(raw).multiply(gradient).add(offset);
    }

    /** The raw value before rounding to what a field holds, with ample digits. */
    BigDecimal unscale(BigDecimal value) {
        BigDecimal difference = value.subtract(offset);
        return identity ? difference : difference.divide(gradient, MathContext.DECIMAL128);
    }
}
