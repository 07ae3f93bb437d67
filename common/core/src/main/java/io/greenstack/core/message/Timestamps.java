package io.greenstack.core.message;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Reads timestamps of payloads: ISO 8601 with a zone, or time since 1970 in seconds, milliseconds, microseconds or
 * nanoseconds, told apart by magnitude. Seconds may have a fraction. Everything outside 10 years back and 1 day ahead is
 * refused: it is a device without a set clock, and would land in a shard nobody looks at.
 */
public final class Timestamps {

    /** How far back a timestamp may lie. */
    public static final Duration MAX_AGE = Duration.of(3653, ChronoUnit.DAYS);
    /** How far ahead a timestamp may lie. */
    public static final Duration MAX_AHEAD = Duration.ofDays(1);

    private static final int MAX_TEXT = 40;
    private static final long NANOS = 1_000_000_000L;

    private Timestamps() {}

    /** The timestamp of a message that has none. */
    public static Timestamp ofArrival(Instant arrival) {
        return new Timestamp(arrival, false);
    }

    /**
     * Reads text: ISO 8601 with zone, or the digits of an epoch time.
     *
     * @param text as the device sent it
     * @param arrival when the message arrived; the window is around it
     * @throws PayloadException {@link RejectReason#BAD_TIMESTAMP}
     */
    public static Timestamp ofText(String text, Instant arrival) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > MAX_TEXT) {
            throw bad(text, "is no ISO 8601 time");
        }
        if (trimmed.length() > 5 && trimmed.indexOf('-', 1) < 0 && trimmed.indexOf(':') < 0) {
            try {
                return ofEpoch(new BigDecimal(trimmed), arrival);
            } catch (NumberFormatException e) {
                throw bad(text, "is no ISO 8601 time");
            }
        }
        try {
            return check(IsoTime.parse(trimmed), text, arrival);
        } catch (DateTimeException e) {
            throw bad(text, "is no ISO 8601 time with a zone, like 2026-11-23T10:15:30.250Z");
        }
    }

    /**
     * Reads whole time since 1970.
     *
     * @throws PayloadException {@link RejectReason#BAD_TIMESTAMP}
     */
    public static Timestamp ofEpoch(long epoch, Instant arrival) {
        if (epoch == Long.MIN_VALUE) {
            throw bad(String.valueOf(epoch), "is no time");
        }
        long perSecond = perSecond(Math.abs(epoch));
        long nanos = Math.floorMod(epoch, perSecond) * (NANOS / perSecond);
        Instant time = Instant.ofEpochSecond(Math.floorDiv(epoch, perSecond), nanos);
        return sane(time, arrival) ? new Timestamp(time, true) : check(time, String.valueOf(epoch), arrival);
    }

    /**
     * Reads time since 1970 with a fraction; digits beyond the nanosecond are cut.
     *
     * @throws PayloadException {@link RejectReason#BAD_TIMESTAMP}
     */
    public static Timestamp ofEpoch(BigDecimal epoch, Instant arrival) {
        boolean sane = Math.abs((long) epoch.scale()) <= 30 && epoch.precision() <= 60
                && epoch.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        if (!sane) {
            throw bad(epoch.toString(), "is no time");
        }
        BigDecimal seconds = epoch.divide(BigDecimal.valueOf(perSecond(epoch.abs().longValue())));
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        long nanos = seconds.subtract(whole).movePointRight(9).longValue();
        return check(Instant.ofEpochSecond(whole.longValue(), nanos), epoch.toString(), arrival);
    }

    /** Units of an epoch time per second: what makes it lie between 1973 and 5138. */
    private static long perSecond(long size) {
        if (size < 100_000_000_000L) {
            return 1;
        }
        if (size < 100_000_000_000_000L) {
            return 1_000;
        }
        return size < 100_000_000_000_000_000L ? 1_000_000 : NANOS;
    }

    /** Whether it lies within the window for certain; nearly all do. */
    private static boolean sane(Instant time, Instant arrival) {
        long age = arrival.getEpochSecond() - time.getEpochSecond();
        return age < MAX_AGE.getSeconds() && -age < MAX_AHEAD.getSeconds();
    }

    private static Timestamp check(Instant time, String text, Instant arrival) {
        if (!sane(time, arrival) && (time.isBefore(arrival.minus(MAX_AGE)) || time.isAfter(arrival.plus(MAX_AHEAD)))) {
            throw bad(text, "is not within ten years back and one day ahead of " + arrival);
        }
        return new Timestamp(time, true);
    }

    private static PayloadException bad(String text, String why) {
        return new PayloadException(RejectReason.BAD_TIMESTAMP, "timestamp " + Texts.quote(text) + " " + why);
    }
}
