package io.greenstack.core.processdata;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The raw numbers a field can hold. A raw number is carried as 64 bits: integers as their value (unsigned ones beyond
 * 2^63 wrap), floating-point numbers as their IEEE 754 bits.
 */
public final class RawNumber {

    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

    private final ScalarType type;
    private final int unusedBits;
    private final BigDecimal min;
    private final BigDecimal max;

    /** The numbers of a numeric type of that many bits. */
    public RawNumber(ScalarType type, int bitLength) {
        this.type = type;
        this.unusedBits = 64 - bitLength;
        BigInteger span = BigInteger.ONE.shiftLeft(bitLength);
        switch (type) {
            case BOOLEAN -> {
                min = BigDecimal.ZERO;
                max = BigDecimal.ONE;
            }
            case INTEGER -> {
                min = new BigDecimal(span.shiftRight(1).negate());
                max = new BigDecimal(span.shiftRight(1).subtract(BigInteger.ONE));
            }
            case UINTEGER -> {
                min = BigDecimal.ZERO;
                max = new BigDecimal(span.subtract(BigInteger.ONE));
            }
            case FLOAT32 -> {
                max = new BigDecimal(Float.MAX_VALUE);
                min = max.negate();
            }
            case FLOAT64 -> {
                max = new BigDecimal(Double.MAX_VALUE);
                min = max.negate();
            }
            default -> throw new IllegalArgumentException(type + " is no number");
        }
    }

    ScalarType type() {
        return type;
    }

    boolean floating() {
        return type == ScalarType.FLOAT32 || type == ScalarType.FLOAT64;
    }

    /** The raw number in the bits of a slice: sign-extended, booleans 0 or 1, a negative zero as zero. */
    public long fromBits(long bits) {
        return switch (type) {
            case INTEGER -> bits << unusedBits >> unusedBits;
            case BOOLEAN -> bits == 0 ? 0 : 1;
            default -> bits;
        };
    }

    /** True if larger values than {@link Long#MAX_VALUE} occur, wrapped. */
    boolean wide() {
        return type == ScalarType.UINTEGER && unusedBits == 0;
    }

    double floatValue(long raw) {
        return type == ScalarType.FLOAT32 ? Float.intBitsToFloat((int) raw) : Double.longBitsToDouble(raw);
    }

    /** The exact value; not for NaN and infinities. */
    public BigDecimal exact(long raw) {
        if (floating()) {
            return new BigDecimal(floatValue(raw));
        }
        if (wide() && raw < 0) {
            return new BigDecimal(BigInteger.valueOf(raw).add(TWO_64));
        }
        return BigDecimal.valueOf(raw);
    }

    /** A number that grows with the value, so that ranges can be compared as longs. */
    long order(long raw) {
        return switch (type) {
            case UINTEGER -> raw ^ Long.MIN_VALUE;
            case FLOAT32 -> {
                int bits = (int) raw == 0x8000_0000 ? 0 : (int) raw;
                yield bits ^ (bits >> 31 & Integer.MAX_VALUE);
            }
            case FLOAT64 -> {
                long bits = raw == Long.MIN_VALUE ? 0 : raw;
                yield bits ^ (bits >> 63 & Long.MAX_VALUE);
            }
            default -> raw;
        };
    }

    /** True if the value, rounded for floating-point types, can be held. */
    boolean holds(BigDecimal value) {
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0 && (floating() || isInteger(value));
    }

    /** The raw number of a value that {@link #holds(BigDecimal)}. */
    long rawOf(BigDecimal value) {
        return switch (type) {
            case FLOAT32 -> Float.floatToRawIntBits(value.floatValue()) & 0xFFFF_FFFFL;
            case FLOAT64 -> Double.doubleToRawLongBits(value.doubleValue());
            default -> value.toBigInteger().longValue();
        };
    }

    /** The raw number nearest to a bound, at or above it (below it for an upper bound), within what the field holds. */
    BigDecimal clamp(BigDecimal bound, boolean upper) {
        BigDecimal whole = floating() ? bound : bound.setScale(0, upper ? RoundingMode.FLOOR : RoundingMode.CEILING);
        return upper ? whole.min(max) : whole.max(min);
    }

    /** The least number that can be held. */
    public BigDecimal min() {
        return min;
    }

    /** The greatest number that can be held. */
    public BigDecimal max() {
        return max;
    }

    private static boolean isInteger(BigDecimal value) {
        return value.signum() == 0 || value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0;
    }
}
