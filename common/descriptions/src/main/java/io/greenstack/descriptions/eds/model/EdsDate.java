package io.greenstack.descriptions.eds.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A date and a time of day. EDS files write {@code mm-dd-yyyy} and {@code hh:mm:ss}; some write the day first.
 *
 * @param dateText date as written, null if missing
 * @param timeText time as written, null if missing
 * @param date the date, null if it cannot be understood
 * @param time the time of day, null if it cannot be understood
 */
public record EdsDate(String dateText, String timeText, LocalDate date, LocalTime time) {

    /** Reads both texts; either may be null. */
    public static EdsDate of(String dateText, String timeText) {
        if (dateText == null && timeText == null) {
            return null;
        }
        return new EdsDate(dateText, timeText, date(dateText), time(timeText));
    }

    private static LocalDate date(String text) {
        int[] parts = numbers(text, "[-/.]");
        if (parts == null || parts.length != 3) {
            return null;
        }
        boolean dayFirst = parts[0] > 12 && parts[1] <= 12;
        int year = parts[2] < 70 ? 2000 + parts[2] : parts[2] < 100 ? 1900 + parts[2] : parts[2];
        try {
            return LocalDate.of(year, dayFirst ? parts[1] : parts[0], dayFirst ? parts[0] : parts[1]);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime time(String text) {
        int[] parts = numbers(text, ":");
        if (parts == null || parts.length < 2 || parts.length > 3) {
            return null;
        }
        try {
            return LocalTime.of(parts[0], parts[1], parts.length == 3 ? parts[2] : 0);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int[] numbers(String text, String separator) {
        if (text == null) {
            return null;
        }
        String[] parts = text.strip().split(separator);
        int[] numbers = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].matches("\\d{1,4}")) {
                return null;
            }
            numbers[i] = Integer.parseInt(parts[i]);
        }
        return numbers;
    }
}
