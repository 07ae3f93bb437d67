package io.greenstack.api.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads query parameters that a framework conversion would turn into a misleading 404. */
public final class Params {

    private static final int MAX_COMPARED = 8;

    private Params() {}

    /** The text without blanks around it, null if nothing is left. */
    public static String textOrNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A whole number within a range, or the default when the text is null or blank. */
    public static int integer(String name, String text, int otherwise, int min, int max) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // No number is as wrong as one that is out of range.
        }
        throw ApiException.invalidParameter(name, "a whole number from " + min + " to " + max + " is needed");
    }

    /** A whole number of 64 bits, or null when the text is null or blank. */
    public static Long longOrNull(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw ApiException.invalidParameter(name, "a whole number is needed");
        }
    }

    /** 2 to 8 catalog ids, in one text with commas or in several. */
    public static List<Long> idsToCompare(List<String> texts) {
        List<Long> ids = Stream.of(String.join(",", texts == null ? List.of() : texts).split(","))
                .map(text -> longOrNull("ids", text)).filter(Objects::nonNull).toList();
        if (ids.size() < 2 || ids.size() > MAX_COMPARED) {
            throw ApiException.invalidParameter("ids",
                    "2 to " + MAX_COMPARED + " catalog ids are needed, separated by commas");
        }
        return ids;
    }

    /** {@code true} or {@code false}, or null when the text is null or blank. */
    public static Boolean booleanOrNull(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw ApiException.invalidParameter(name, "true or false is needed");
        };
    }

    /** A time with its zone; null when the text is null or blank. */
    public static Instant instantOrNull(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw ApiException.invalidParameter(name, "a time such as 2026-03-04T05:06:07Z is needed");
        }
    }

    /** A constant of an enum by its name in any letter case, or the default when the text is null or blank. */
    public static <E extends Enum<E>> E constant(String name, String text, Class<E> type, E otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text.strip())) {
                return constant;
            }
        }
        throw ApiException.invalidParameter(name,
                "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT) + " is needed");
    }
}
