package io.greenstack.core.processdata;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * TimeT and TimeSpanT (IO-Link interface specification, annex F.2).
 * <p>
 * TimeT is 32 bits of seconds since 1900-01-01 and 32 bits of fraction. Times before 1984 lie before IO-Link: second
 * counts below {@code 0x9DFF4400} belong to the next era, which begins on 2036-02-07T06:28:16Z. TimeSpanT is a signed
 * number of 2^-32 seconds.
 */
final class TimeField extends CompiledField {

    private static final long FROM_1900_TO_1970 = 2_208_988_800L;
    private static final long ERA = 1L << 32;
    private static final long FIRST_SECOND = 0x9DFF_4400L;
    private static final double FRACTION = 1.0 / ERA;
    private static final long NANOS = 1_000_000_000L;

    private final BitSlice slice;

    TimeField(Frame frame, Field field) {
        super(field);
        this.slice = new BitSlice(frame.byteOrder(), frame.octets(), field.bitOffset(), field.bitLength());
    }

    @Override
    DecodedValue decode(byte[] octets, ParameterValues parameters) {
        long raw = slice.read(octets);
        long fraction = raw & 0xFFFF_FFFFL;
        long nanos = fraction * NANOS >>> 32;
        if (field.type() == ScalarType.TIME_SPAN) {
            return new DecodedValue(field, raw, Duration.ofSeconds(raw >> 32, nanos), raw * FRACTION, null, null, null);
        }
        long seconds = raw >>> 32;
        long epoch = (seconds < FIRST_SECOND ? seconds + ERA : seconds) - FROM_1900_TO_1970;
        return new DecodedValue(field, raw, Instant.ofEpochSecond(epoch, nanos), epoch + fraction * FRACTION, null,
                null,
                null);
    }

    @Override
    void encode(Object value, byte[] octets, ParameterValues parameters) {
        slice.write(octets, field.type() == ScalarType.TIME ? time(value) : span(value));
    }

    private long time(Object value) {
        Instant time;
        try {
            time = value instanceof Instant given
                    ? given
                    : OffsetDateTime.parse(value instanceof String text ? text : "").toInstant();
        } catch (DateTimeException e) {
            throw badValue(value, "a time with zone (ISO 8601)");
        }
        long seconds = time.getEpochSecond() + FROM_1900_TO_1970;
        if (seconds < FIRST_SECOND || seconds >= FIRST_SECOND + ERA) {
            throw outOfRange(time + " is not within 1984-01-01 and 2120-02-07");
        }
        return seconds << 32 | fraction(time.getNano());
    }

    private long span(Object value) {
        BigDecimal seconds;
        if (value instanceof Duration given) {
            seconds = seconds(given);
        } else if (value instanceof Number number) {
            seconds = NumberField.decimal(number);
        } else {
            try {
                seconds = seconds(Duration.parse(value instanceof String text ? text : ""));
            } catch (DateTimeException e) {
                throw badValue(value, "a duration (ISO 8601) or a number of seconds");
            }
        }
        if (seconds == null || seconds.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE + 2L)) > 0) {
            throw outOfRange("a time span is within 2^31 seconds");
        }
        // Upwards, so that cutting to nanoseconds when it is read gives the same nanosecond.
        BigInteger units = seconds.multiply(BigDecimal.valueOf(ERA)).setScale(0, RoundingMode.CEILING).toBigInteger();
        if (units.bitLength() > 63) {
            throw outOfRange("a time span is within 2^31 seconds");
        }
        return units.longValue();
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }

    private static long fraction(int nanos) {
        return ((long) nanos * ERA + NANOS - 1) / NANOS;
    }
}
