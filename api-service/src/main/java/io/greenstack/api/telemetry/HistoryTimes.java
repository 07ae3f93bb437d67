package io.greenstack.api.telemetry;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.api.platform.ApiException;

/** Times and time spans in requests for history. */
final class HistoryTimes {

    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern AGO = Pattern.compile("-\\d{1,9}[A-Za-z]{1,2}");
    /** Lengths of windows that people like, in milliseconds. */
    private static final long[] ROUND = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000,
            30_000,
            60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000, 7_200_000, 10_800_000, 21_600_000,
            43_200_000, 86_400_000};

    private final Clock clock;

    HistoryTimes(Clock clock) {
        this.clock = clock;
    }

    Instant instant(String name, String text, Instant otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        String value = text.strip();
        try {
            if (AGO.matcher(value).matches()) {
                return clock.instant().minus(duration(name, value.substring(1)));
            }
            Instant instant = OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(clock.instant().plus(Duration.ofDays(366)))) {
                throw ApiException.invalidParameter(name, "it must be between 1970 and a year from now");
            }
            return instant;
        } catch (DateTimeException e) {
            throw ApiException.invalidParameter(name,
                    "an ISO 8601 time with zone, or -15m for 15 minutes ago, is needed");
        }
    }

    /** Null when the text is null or blank. */
    Duration duration(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Matcher matcher = SHORT_DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            long amount = Long.parseLong(matcher.group(1));
            Duration duration = switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
            if (duration.compareTo(Duration.ofMillis(1)) >= 0 && duration.compareTo(Duration.ofDays(3660)) <= 0) {
                return duration;
            }
        }
        throw ApiException.invalidParameter(name, "a time span such as 500ms, 10s, 5m, 1h or 1d is needed");
    }

    /** The shortest round length of windows of which no more than that many lie in a range, one that is cut included. */
    static Duration windows(Duration range, int most) {
        long least = Math.max(1, (range.toMillis() + most - 2) / (most - 1));
        for (long length : ROUND) {
            if (length >= least) {
                return Duration.ofMillis(length);
            }
        }
        return Duration.ofDays((least + 86_399_999) / 86_400_000);
    }
}
