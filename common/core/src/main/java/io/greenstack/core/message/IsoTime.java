package io.greenstack.core.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * ISO 8601 times with a zone. The usual form, {@code 2026-11-23T10:15:30.250Z} or with an offset like {@code +01:00}, is
 * read by hand, many times faster than by a formatter; everything else falls back to one.
 */
final class IsoTime {

    /** Offsets like {@code Z} and {@code +01:00}. */
    private static final DateTimeFormatter EXTENDED = formatter("+HH:MM");
    /** Offsets like {@code +01} and {@code +0100}. */
    private static final DateTimeFormatter BASIC = formatter("+HHmm");
    private static final int SECONDS_END = 19;
    private static final String PATTERN = "dddd-dd-ddTdd:dd:dd";

    private IsoTime() {}

    /**
     * Reads a time.
     *
     * @throws DateTimeException if it is none, or has no zone
     */
    static Instant parse(String text) {
        Instant usual = usual(text);
        if (usual != null) {
            return usual;
        }
        try {
            return EXTENDED.parse(text, OffsetDateTime::from).toInstant();
        } catch (DateTimeException e) {
            return BASIC.parse(text, OffsetDateTime::from).toInstant();
        }
    }

    private static DateTimeFormatter formatter(String offset) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                .appendOffset(offset, "Z").toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT)
                .withChronology(IsoChronology.INSTANCE);
    }

    /** The time if the text has the usual form, else null. */
    private static Instant usual(String text) {
        int length = text.length();
        if (length <= SECONDS_END || !matches(text)) {
            return null;
        }
        int at = SECONDS_END;
        int nanos = 0;
        if (text.charAt(at) == '.') {
            int unit = 100_000_000;
            int start = ++at;
            while (at < length && unit > 0 && isDigit(text.charAt(at))) {
                nanos += (text.charAt(at++) - '0') * unit;
                unit /= 10;
            }
            if (at == start) {
                return null;
            }
        }
        int offset = 0;
        if (at == length - 6 && text.charAt(at + 3) == ':') {
            offset = offset(text, at);
        } else if (at != length - 1 || text.charAt(at) != 'Z') {
            return null;
        }
        int hour = two(text, 11);
        int minute = two(text, 14);
        int second = two(text, 17);
        if (offset == Integer.MIN_VALUE || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        LocalDate date = LocalDate.of(two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8));
        return Instant.ofEpochSecond(date.toEpochDay() * 86_400 + hour * 3_600 + minute * 60 + second - offset, nanos);
    }

    private static boolean matches(String text) {
        for (int i = 0; i < SECONDS_END; i++) {
            char wanted = PATTERN.charAt(i);
            if (wanted == 'd' ? !isDigit(text.charAt(i)) : text.charAt(i) != wanted) {
                return false;
            }
        }
        return true;
    }

    /** Seconds of an offset up to 18 hours, {@code Integer.MIN_VALUE} if it is none. */
    private static int offset(String text, int at) {
        char sign = text.charAt(at);
        boolean digits = isDigit(text.charAt(at + 1)) && isDigit(text.charAt(at + 2)) && isDigit(text.charAt(at + 4))
                && isDigit(text.charAt(at + 5));
        if (sign != '+' && sign != '-' || !digits || two(text, at + 1) > 17 || two(text, at + 4) > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = two(text, at + 1) * 3_600 + two(text, at + 4) * 60;
        return sign == '+' ? seconds : -seconds;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }
}
