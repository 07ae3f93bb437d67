package io.greenstack.bridge.dialect.sparkplug;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;

/** Makes values of datatypes (Sparkplug 3.0, 6.4.16) of what stands in JSON. */
final class SparkplugTypes {

    private static final int TEXT = 14;
    private static final int A_UUID = 15;

    private SparkplugTypes() {}

    /**
     * The value that {@link SparkplugWriter} writes.
     *
     * @throws IllegalArgumentException with what is needed instead, as the end of a sentence
     */
    static Object typed(int datatype, Object value) {
        return switch (datatype) {
            case SparkplugWriter.INT8 -> whole(value, 8, true);
            case SparkplugWriter.INT16 -> whole(value, 16, true);
            case SparkplugWriter.INT32 -> whole(value, 32, true);
            case SparkplugWriter.INT64 -> whole(value, 64, true);
            case SparkplugWriter.UINT8 -> whole(value, 8, false);
            case SparkplugWriter.UINT16 -> whole(value, 16, false);
            case SparkplugWriter.UINT32 -> whole(value, 32, false);
            case SparkplugWriter.UINT64 -> whole(value, 64, false);
            case SparkplugWriter.FLOAT -> decimal(value, Float.MAX_VALUE);
            case SparkplugWriter.DOUBLE -> decimal(value, Double.MAX_VALUE);
            case SparkplugWriter.BOOLEAN -> {
                if (!(value instanceof Boolean)) {
                    throw needs("true or false", value);
                }
                yield value;
            }
            case SparkplugWriter.STRING, TEXT -> text(value);
            case A_UUID -> uuid(value);
            case SparkplugWriter.DATE_TIME -> time(value);
            case SparkplugWriter.BYTES -> octets(value);
            default -> throw new IllegalArgumentException("is of the datatype " + datatype
                    + "; numbers, truth values, texts, times and octets can be written");
        };
    }

    private static BigInteger whole(Object value, int bits, boolean signed) {
        BigInteger low = signed ? BigInteger.TWO.pow(bits - 1).negate() : BigInteger.ZERO;
        BigInteger high = BigInteger.TWO.pow(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
        try {
            BigInteger number = number(value).toBigIntegerExact();
            if (number.compareTo(low) >= 0 && number.compareTo(high) <= 0) {
                return number;
            }
        } catch (ArithmeticException e) {
            throw needs("a whole number from " + low + " to " + high, value);
        }
        throw needs("a whole number from " + low + " to " + high, value);
    }

    private static Double decimal(Object value, double most) {
        double number = number(value).doubleValue();
        if (Math.abs(number) > most) {
            throw needs("a number up to " + most, value);
        }
        return number;
    }

    private static BigDecimal number(Object value) {
        if (value instanceof Number) {
            try {
                return new BigDecimal(value.toString());
            } catch (NumberFormatException e) {
                throw needs("a finite number", value);
            }
        }
        throw needs("a number", value);
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw needs("a text", value);
    }

    private static String uuid(Object value) {
        try {
            return UUID.fromString(text(value)).toString();
        } catch (IllegalArgumentException e) {
            throw needs("a UUID", value);
        }
    }

    private static Instant time(Object value) {
        try {
            Instant time = value instanceof Number
                    ? Instant.ofEpochMilli(number(value).longValueExact())
                    : OffsetDateTime.parse(text(value)).toInstant();
            if (time.toEpochMilli() >= 0) {
                return time;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw needs("a time such as 2026-03-04T05:06:07Z, or milliseconds since 1970", value);
        }
        throw needs("a time such as 2026-03-04T05:06:07Z, or milliseconds since 1970", value);
    }

    private static byte[] octets(Object value) {
        try {
            return HexFormat.of().parseHex(text(value));
        } catch (IllegalArgumentException e) {
            throw needs("octets in hexadecimal, such as 01AB", value);
        }
    }

    private static IllegalArgumentException needs(String what, Object value) {
        String got = String.valueOf(value);
        return new IllegalArgumentException(
                "needs " + what + ", got " + (got.length() > 40 ? got.substring(0, 40) + "..." : got));
    }
}
