package io.greenstack.api.command;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.api.platform.ApiException;

/** Reads durations such as {@code 500ms}, {@code 30s}, {@code 5m} and {@code 24h}. */
final class Durations {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private Durations() {}

    /**
     * A duration within a range.
     *
     * @param otherwise what an absent text means
     * @throws ApiException 400 when it is none
     */
    static Duration read(String name, String text, Duration otherwise, Duration min, Duration max) {
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
}
