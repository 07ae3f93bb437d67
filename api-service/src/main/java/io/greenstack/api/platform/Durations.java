package io.greenstack.api.platform;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations such as {@code 500ms}, {@code 30s}, {@code 5m} and {@code 24h}. */
public final class Durations {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private Durations() {}

    /**
     * A duration within a range.
     *
     * @param otherwise what an absent text means
     * @throws ApiException 400 when it is none
     */
    public static Duration read(String name, String text, Duration otherwise, Duration min, Duration max) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        Matcher parts = TEXT.matcher(text.strip());
        if (parts.matches()) {
            long count = Long.parseLong(parts.group(1));
            Duration read = switch (parts.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                default -> Duration.ofHours(count);
            };
            if (read.compareTo(min) >= 0 && read.compareTo(max) <= 0) {
                return read;
            }
        }
        throw ApiException.invalidParameter(name, "a time from " + min.toSeconds() + "s to " + max.toSeconds()
                + "s is needed, such as 500ms, 30s, 5m or 2h");
    }

    /** The text that is read as this duration, in the largest unit that gives a whole number. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds / 60 + "m";
    }
}
