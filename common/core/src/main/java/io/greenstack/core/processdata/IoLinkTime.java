package io.greenstack.core.processdata;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * TimeT and TimeSpanT in 64 bits (IO-Link interface specification, annex F.2).
 * <p>
 * TimeT is 32 bits of seconds since 1900-01-01 and 32 bits of fraction. Times before 1984 lie before IO-Link: second
 * counts below {@code 0x9DFF4400} belong to the next era, which begins on 2036-02-07T06:28:16Z. TimeSpanT is a signed
 * number of 2^-32 seconds.
 */
public final class IoLinkTime {

    private static final long FROM_1900_TO_1970 = 2_208_988_800L;
    private static final long ERA = 1L << 32;
    private static final long FIRST_SECOND = 0x9DFF_4400L;
    private static final long FRACTION = 0xFFFF_FFFFL;
    private static final long NANOS = 1_000_000_000L;
    private static final int NANO_DIGITS = 9;
    private static final int SPAN_BITS = 63;
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Integer.MAX_VALUE + 2L);

    private IoLinkTime() {}

    /** The time of a raw number. */
    public static Instant time(long raw) {
        return Instant.ofEpochSecond(epochSecond(raw), nanos(raw));
    }

    /** The same in seconds since 1970, as near as a double comes. */
    static double epochSeconds(long raw) {
        return epochSecond(raw) + (raw & FRACTION) * (1.0 / ERA);
    }

    private static long epochSecond(long raw) {
        long seconds = raw >>> 32;
        return (seconds < FIRST_SECOND ? seconds + ERA : seconds) - FROM_1900_TO_1970;
    }

    private static long nanos(long raw) {
        return (raw & FRACTION) * NANOS >>> 32;
    }

    /** The raw number of a time; null if it is not within 1984-01-01 and 2120-02-07. */
    public static Long raw(Instant time) {
        long seconds = time.getEpochSecond() + FROM_1900_TO_1970;
        if (seconds < FIRST_SECOND || seconds >= FIRST_SECOND + ERA) {
            return null;
        }
        return seconds << 32 | (time.getNano() * ERA + NANOS - 1) / NANOS;
    }

    /** The span of a raw number. */
    public static Duration span(long raw) {
        return Duration.ofSeconds(raw >> 32, nanos(raw));
    }

    /** The same in seconds, as near as a double comes. */
    static double spanSeconds(long raw) {
        return raw * (1.0 / ERA);
    }

    /** The raw number of a span; null if it is 2^31 seconds or more. */
    public static Long raw(Duration span) {
        return raw(BigDecimal.valueOf(span.getSeconds()).add(BigDecimal.valueOf(span.getNano(), NANO_DIGITS)));
    }

    /** The raw number of seconds; null for 2^31 or more. Upwards, so that reading gives the same nanosecond. */
    public static Long raw(BigDecimal seconds) {
        if (seconds.abs().compareTo(LONGEST) > 0) {
            return null;
        }
        BigInteger units = seconds.multiply(BigDecimal.valueOf(ERA)).setScale(0, RoundingMode.CEILING).toBigInteger();
        return units.bitLength() > SPAN_BITS ? null : Long.valueOf(units.longValue());
    }
}
